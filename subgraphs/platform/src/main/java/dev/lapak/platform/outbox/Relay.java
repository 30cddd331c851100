package dev.lapak.platform.outbox;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/**
 * Gives committed events their position: gap-free, final, and each stream in its own order.
 *
 * <p>An event may be stamped once its transaction is older than every one that runs (the snapshot's
 * xmin): only then can nothing appear before it any more. Within a stream a later event may have
 * the smaller transaction id, so an event counts as old as the youngest of its stream up to it.
 */
final class Relay {

  private static final int BATCH = 1_000;

  /**
   * What waits of a stream is looked up by the stream, whatever is known of the table: with {@code
   * position IS NULL} PostgreSQL may look it up among all that waits, and without LATERAL among all
   * there is, stream by stream.
   */
  private static final String STAMP =
      """
      WITH horizon AS MATERIALIZED (
        SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xmin
      ), streams AS MATERIALIZED (
        SELECT DISTINCT stream FROM (
          SELECT stream FROM outbox
          WHERE position IS NULL AND xid < (SELECT xmin FROM horizon)
          ORDER BY xid LIMIT $1) oldest
      ), waiting AS (
        SELECT stream, seq, max(xid) OVER (PARTITION BY stream ORDER BY seq) AS age
        FROM streams CROSS JOIN LATERAL (
          SELECT seq, xid FROM outbox o
          WHERE o.stream = streams.stream AND coalesce(o.position, 0) = 0 OFFSET 0) each
      ), due AS (
        SELECT stream, seq, row_number() OVER (ORDER BY age, stream, seq) AS place
        FROM waiting WHERE age < (SELECT xmin FROM horizon)
      ), stamped AS (
        UPDATE outbox o
        SET position = due.place + (SELECT coalesce(max(position), 0) FROM outbox)
        FROM due
        WHERE o.stream = due.stream AND o.seq = due.seq
        RETURNING 1
      )
      SELECT (SELECT count(*) FROM stamped) AS stamped,
        (SELECT count(*) FROM (SELECT FROM outbox WHERE position IS NULL LIMIT $1 + 1) w) AS found
      """;

  /** While something waits for another transaction's end. */
  private static final Duration SOON = Duration.ofMillis(20);

  /** How soon another instance takes over. */
  private static final Duration STAND_BY = Duration.ofSeconds(1);

  private final Leadership leadership;
  private final Duration poll;
  private final List<Runnable> readers = new CopyOnWriteArrayList<>();

  Relay(Leadership leadership, Duration poll) {
    this.leadership = leadership;
    this.poll = poll;
  }

  boolean isLeading() {
    return leadership.isLeading();
  }

  void onStamped(Runnable reader) {
    readers.add(reader);
  }

  Mono<Duration> step() {
    return leadership
        .lead()
        .flatMap(this::stamp)
        .defaultIfEmpty(STAND_BY)
        .onErrorResume(failure -> leadership.resign().then(Mono.error(failure)));
  }

  private Mono<Duration> stamp(Connection connection) {
    return Mono.from(connection.createStatement(STAMP).bind("$1", BATCH).execute())
        .flatMap(result -> Mono.from(result.map(this::rest)));
  }

  private Duration rest(Readable row) {
    long count = number(row, "stamped");
    if (count > 0) {
      readers.forEach(Runnable::run);
    }
    if (count >= BATCH) {
      return Duration.ZERO;
    }
    // Both numbers are of the moment before the stamps.
    return number(row, "found") > count ? SOON : poll;
  }

  void close() {
    leadership.resign().subscribe(ignored -> {}, failure -> {});
  }

  private static long number(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, Long.class));
  }
}
