package dev.lapak.platform.image;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;

/** One piece of each owner's work after the other: who brings much waits for it alone. */
final class Turns {

  private final Executor workers;

  /** Whoever is first is next. */
  private final LinkedHashMap<UUID, Queue<Runnable>> lines = new LinkedHashMap<>();

  Turns(Executor workers) {
    this.workers = workers;
  }

  /** Does what it is given when it is the owner's turn. */
  Executor of(UUID owner) {
    return work -> {
      add(owner, work);
      workers.execute(() -> next().run());
    };
  }

  private synchronized void add(UUID owner, Runnable work) {
    lines.computeIfAbsent(owner, first -> new ArrayDeque<>()).add(work);
  }

  /** There is one: as much was added as is asked for. */
  private synchronized Runnable next() {
    Map.Entry<UUID, Queue<Runnable>> first = lines.firstEntry();
    lines.remove(first.getKey());
    Runnable work = first.getValue().remove();
    if (!first.getValue().isEmpty()) {
      lines.put(first.getKey(), first.getValue());
    }
    return work;
  }
}
