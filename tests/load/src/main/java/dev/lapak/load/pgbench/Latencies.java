package dev.lapak.load.pgbench;

import java.time.Duration;
import java.util.stream.LongStream;

/** How long each transaction took, from pgbench's log. */
final class Latencies {

  private static final int MICROSECONDS = 2;

  private final long[] sorted;

  private Latencies(long[] sorted) {
    this.sorted = sorted;
  }

  /** Lines such as {@code 0 17 843 0 1761042000 123456}: client, number, microseconds, … */
  static Latencies of(LongStream microseconds) {
    return new Latencies(microseconds.sorted().toArray());
  }

  static long microseconds(String line) {
    return Long.parseLong(line.split(" ", MICROSECONDS + 2)[MICROSECONDS]);
  }

  long count() {
    return sorted.length;
  }

  /** The shortest time that so many percent did not exceed. */
  Duration percentile(double percent) {
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return Duration.ofNanos(1000 * sorted[Math.max(1, rank) - 1]);
  }
}
