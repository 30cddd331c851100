package dev.lapak.local;

import dev.lapak.local.state.SetupException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

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
      try {
        console.step(part.name(), part::start);
      } catch (SetupException e) {
        throw e;
      } catch (Exception e) {
        log.error("{} does not start", part.name(), e);
        throw new SetupException(
            "%s does not start: %s"
                .formatted(part.name(), NestedExceptionUtils.getMostSpecificCause(e)));
      }
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
