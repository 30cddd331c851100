package dev.lapak.local.bench;

import java.time.Duration;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param what {@code one hot product}…
 * @param through {@code service}, {@code port}, {@code JDBC} or {@code pgbench}
 * @param load the average number of runnable threads in the minute before
 * @param held how long connections were held, where that was measured
 */
record Line(
    String what,
    String through,
    int callers,
    long done,
    double perSecond,
    double p50Ms,
    double p99Ms,
    double load,
    @Nullable Held held) {

  /**
   * How long connections were out of the pool.
   *
   * @param each how many reservations each of these times was for
   */
  record Held(long times, double p50Ms, double p99Ms, double each) {

    static Held of(long[] nanos, long done) {
      return new Held(
          nanos.length, percentile(nanos, 50), percentile(nanos, 99), (double) done / nanos.length);
    }
  }

  static Line of(
      String what, String through, int callers, Duration elapsed, long[] nanos, double load) {
    return new Line(
        what,
        through,
        callers,
        nanos.length,
        nanos.length / (elapsed.toNanos() / 1e9),
        percentile(nanos, 50),
        percentile(nanos, 99),
        load,
        null);
  }

  Line holding(long[] nanos) {
    Held times = nanos.length == 0 ? null : Held.of(nanos, done);
    return new Line(what, through, callers, done, perSecond, p50Ms, p99Ms, load, times);
  }

  /** The shortest time that so many percent did not exceed. */
  static double percentile(long[] nanos, double percent) {
    if (nanos.length == 0) {
      return 0;
    }
    long[] sorted = LongStream.of(nanos).sorted().toArray();
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(1, rank) - 1] / 1e6;
  }
}
