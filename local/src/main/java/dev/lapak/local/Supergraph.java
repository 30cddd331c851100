package dev.lapak.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All parts, started one after another and stopped the other way round. */
final class Supergraph {

  private static final Logger log = LoggerFactory.getLogger(Supergraph.class);

  private final List<Part> parts;
  private final Deque<Part> started = new ArrayDeque<>();
  private volatile boolean stopping;

  Supergraph(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  void start(Console console) throws Exception {
    for (Part part : parts) {
      synchronized (started) {
        if (stopping) {
          return;
        }
        started.push(part);
      }
      console.step(part.name(), part::start);
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** Also stops what is still starting. */
  void stop() {
    synchronized (started) {
      stopping = true;
      while (!started.isEmpty()) {
        Part part = started.pop();
        try {
          part.stop();
        } catch (Exception e) {
          log.error("{} does not stop", part.name(), e);
        }
      }
    }
  }
}
