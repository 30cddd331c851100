package dev.lapak.local.chaos;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What happened how often, and what should never have. */
final class Tally {

  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private final List<String> wrongs = new CopyOnWriteArrayList<>();

  void count(String what) {
    counts.computeIfAbsent(what, first -> new LongAdder()).increment();
  }

  long of(String what) {
    LongAdder count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  void wrong(String what) {
    wrongs.add(what);
  }

  List<String> wrongs() {
    return List.copyOf(wrongs);
  }

  /** A line for each. */
  List<String> lines() {
    return counts.entrySet().stream()
        .map(entry -> "%8d  %s".formatted(entry.getValue().sum(), entry.getKey()))
        .toList();
  }
}
