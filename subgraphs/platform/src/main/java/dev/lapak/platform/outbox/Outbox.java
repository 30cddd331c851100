package dev.lapak.platform.outbox;

import dev.lapak.platform.background.Loop;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The subgraph's events. */
public final class Outbox {

  private static final String HEAD = "SELECT coalesce(max(position), 0) AS head FROM outbox";

  private final DatabaseClient database;
  private final Relay relay;
  private final Loop relaying;

  Outbox(DatabaseClient database, Relay relay, Loop relaying) {
    this.database = database;
    this.relay = relay;
    this.relaying = relaying;
  }

  /**
   * Says that a transaction with events has been committed. Without it they are seen a bit later.
   */
  public void wake() {
    if (relay.isLeading()) {
      relaying.wake();
    }
  }

  /** The position of the latest event that has one; 0 if there is none. */
  public Mono<Long> head() {
    return database.sql(HEAD).map(row -> Objects.requireNonNull(row.get("head", Long.class))).one();
  }

  /** Has a reader told when this instance has stamped events. */
  void onStamped(Runnable reader) {
    relay.onStamped(reader);
  }
}
