package dev.lapak.platform.outbox;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One instance at a time: an advisory lock on a connection of its own, outside of the pool, so that
 * whatever ends the connection ends the lock.
 */
final class Leadership {

  /** A leader that is silent for so long is dead, however long TCP would wait for it. */
  private static final String SILENCE = "SET idle_session_timeout = '10s'";

  private final ConnectionFactory connections;
  private final String lock;
  private volatile @Nullable Connection connection;
  private volatile boolean leading;

  /**
   * @param name what is led; unique within the database
   */
  Leadership(ConnectionFactory connections, String name) {
    this.connections = unpooled(connections);
    this.lock = "SELECT pg_try_advisory_lock(" + name.hashCode() + ")";
  }

  boolean isLeading() {
    return leading;
  }

  /** The leader's connection; nothing while another instance leads. */
  Mono<Connection> lead() {
    return connected()
        .flatMap(
            open ->
                leading
                    ? Mono.just(open)
                    : tryLock(open)
                        .doOnNext(locked -> leading = locked)
                        .filter(locked -> locked)
                        .map(locked -> open));
  }

  /** Lets another instance lead. */
  Mono<Void> resign() {
    Connection last = connection;
    leading = false;
    connection = null;
    return last == null ? Mono.empty() : Mono.from(last.close()).onErrorComplete();
  }

  private Mono<Connection> connected() {
    Connection open = connection;
    return open != null
        ? Mono.just(open)
        : Mono.from(connections.create())
            .doOnNext(made -> connection = made)
            .flatMap(
                made ->
                    Flux.from(made.createStatement(SILENCE).execute())
                        .flatMap(result -> result.getRowsUpdated())
                        .then(Mono.just(made)));
  }

  private Mono<Boolean> tryLock(Connection open) {
    return Mono.from(open.createStatement(lock).execute())
        .flatMap(
            result ->
                Mono.from(result.map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))));
  }

  private static ConnectionFactory unpooled(ConnectionFactory factory) {
    return factory instanceof Wrapped<?> wrapper
            && wrapper.unwrap() instanceof ConnectionFactory inner
        ? factory instanceof ConnectionPool ? inner : unpooled(inner)
        : factory;
  }
}
