package dev.lapak.platform.outbox;

import dev.lapak.platform.background.Loop;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Hands every event of a kind to a handler, in order, in batches, at least once: what is done is
 * noted in {@code outbox_consumer} after it was done. One instance at a time works; it is relieved
 * when it is silent for longer than {@link #HOLD}. Nothing is skipped: a batch that failed comes
 * again, later each time and half as long each time, so that a bad event comes alone at last; to
 * set it aside is the handler's decision.
 */
public final class OutboxConsumer<E extends Positioned> implements SmartLifecycle {

  private static final int MAX_BATCH = 500;

  /** Longer than a batch takes, or two instances do the same. */
  private static final Duration HOLD = Duration.ofSeconds(60);

  private static final Duration LONGEST_BATCH = Duration.ofSeconds(45);
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final String CLAIM =
      """
      UPDATE outbox_consumer SET held_by = :me, held_until = now() + make_interval(secs => :hold)
      WHERE name = :name AND (held_by = :me OR held_until < now())
      RETURNING position
      """;

  private static final String ADVANCE =
      """
      UPDATE outbox_consumer SET position = :position
      WHERE name = :name AND held_by = :me AND position < :position
      """;

  private static final String RESIGN =
      """
      UPDATE outbox_consumer SET held_until = '-infinity' WHERE name = :name AND held_by = :me
      """;

  private final UUID me = UUID.randomUUID();
  private final String name;
  private final DatabaseClient database;
  private final EventSource<E> source;
  private final Function<List<E>, Mono<Void>> handler;
  private final Loop consuming;
  private int batch = MAX_BATCH;

  /**
   * @param name a row of {@code outbox_consumer}
   * @param source reads the events that the handler is for, past those that it is not for
   */
  public OutboxConsumer(
      String name,
      DatabaseClient database,
      EventSource<E> source,
      Function<List<E>, Mono<Void>> handler) {
    this.name = name;
    this.database = database;
    this.source = source;
    this.handler = handler;
    this.consuming = Loop.of("Outbox consumer " + name, this::step);
  }

  /** Says that there is an event for it. */
  public void wake() {
    consuming.wake();
  }

  private Mono<Duration> step() {
    return claim().flatMap(this::consume).defaultIfEmpty(POLL);
  }

  private Mono<Duration> consume(long done) {
    return source
        .after(done, batch)
        .collectList()
        .filter(events -> !events.isEmpty())
        .flatMap(
            events ->
                handler
                    .apply(events)
                    .timeout(LONGEST_BATCH)
                    .doOnError(failure -> batch = Math.max(1, events.size() / 2))
                    .then(advance(events.getLast().position()))
                    .map(advanced -> rest(events.size())));
  }

  private Duration rest(int handled) {
    boolean full = handled == batch;
    batch = Math.min(MAX_BATCH, batch * 2);
    return full ? Duration.ZERO : POLL;
  }

  private Mono<Long> claim() {
    return database
        .sql(CLAIM)
        .bind("me", me)
        .bind("hold", (double) HOLD.toSeconds())
        .bind("name", name)
        .map(row -> Objects.requireNonNull(row.get("position", Long.class)))
        .one();
  }

  private Mono<Long> advance(long position) {
    return database
        .sql(ADVANCE)
        .bind("position", position)
        .bind("name", name)
        .bind("me", me)
        .fetch()
        .rowsUpdated();
  }

  private Mono<Long> resign() {
    return database.sql(RESIGN).bind("name", name).bind("me", me).fetch().rowsUpdated();
  }

  @Override
  public void start() {
    consuming.start();
  }

  @Override
  public void stop(Runnable done) {
    consuming.stop(() -> resign().subscribe(ignored -> {}, failure -> done.run(), done));
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public boolean isRunning() {
    return consuming.isRunning();
  }

  @Override
  public int getPhase() {
    return consuming.getPhase();
  }
}
