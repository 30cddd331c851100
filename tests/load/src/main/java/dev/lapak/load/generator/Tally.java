package dev.lapak.load.generator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts answers. The generator's one thread writes; who reads waits for the run's end first. */
final class Tally {

  private static final String OTHERS = "others";
  private static final int MOST_PROBLEMS = 20;

  private final long half;
  private final Map<String, Long> problems = new TreeMap<>();
  private long begin;
  private long end;
  private long good;
  private long answered;
  private long answeredInFirstHalf;

  Tally(Duration planned) {
    half = planned.toNanos() / 2;
  }

  synchronized void asked() {
    if (begin == 0) {
      begin = System.nanoTime();
    }
  }

  synchronized void answered(Optional<String> problem) {
    end = System.nanoTime();
    answered++;
    if (end - begin < half) {
      answeredInFirstHalf++;
    }
    if (problem.isEmpty()) {
      good++;
    } else {
      String key =
          problems.size() < MOST_PROBLEMS || problems.containsKey(problem.get())
              ? problem.get()
              : OTHERS;
      problems.merge(key, 1L, Long::sum);
    }
  }

  synchronized long good() {
    return good;
  }

  synchronized Duration elapsed() {
    return Duration.ofNanos(Math.max(0, end - begin));
  }

  synchronized double drift() {
    long second = answered - answeredInFirstHalf;
    long secondHalf = Math.max(1, end - begin - half);
    return answeredInFirstHalf == 0
        ? 0
        : ((double) second / secondHalf) / ((double) answeredInFirstHalf / half) - 1;
  }

  synchronized Map<String, Long> problems() {
    return Map.copyOf(problems);
  }
}
