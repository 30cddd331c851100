package dev.lapak.load;

import java.time.Duration;
import java.util.Map;

/**
 * How requests were answered.
 *
 * @param requests all that were sent
 * @param good those with a good answer
 * @param elapsed from the first request to the last answer
 * @param p50 half of the answers took no longer, within 1 %
 * @param p99 99 of 100 answers took no longer, within 1 %
 * @param drift how much faster the second half was than the first: 0.1 is a tenth
 * @param problems what was wrong with the others, and how often
 */
public record Outcome(
    long requests,
    long good,
    Duration elapsed,
    Duration p50,
    Duration p99,
    double drift,
    Map<String, Long> problems) {

  public long errors() {
    return requests - good;
  }

  /** Good answers. */
  public double goodPerSecond() {
    return elapsed.isZero() ? 0 : good / (elapsed.toNanos() / 1e9);
  }

  public double perSecond() {
    return elapsed.isZero() ? 0 : requests / (elapsed.toNanos() / 1e9);
  }
}
