package dev.lapak.inventory.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What somebody is told who listens all the time. */
final class Told implements AutoCloseable {

  private final BlockingQueue<StockEvent> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private final Disposable listening;

  Told(Flux<StockEvent> events) {
    listening = events.subscribe(this.events::add, failures::add);
  }

  StockEvent next() {
    StockEvent event = poll(events, 10_000);
    if (event == null) {
      throw new IllegalStateException("nothing comes: " + failures);
    }
    return event;
  }

  int available() {
    return next().available();
  }

  boolean isQuiet() {
    return poll(events, 400) == null;
  }

  Throwable failure() {
    Throwable failure = poll(failures, 10_000);
    if (failure == null) {
      throw new IllegalStateException("it goes on");
    }
    return failure;
  }

  /** Until nothing has come for a while. */
  List<StockEvent> rest() {
    List<StockEvent> all = new ArrayList<>();
    for (StockEvent event = poll(events, 1_000); event != null; event = poll(events, 1_000)) {
      all.add(event);
    }
    return all;
  }

  /** Until nothing has come for a while after so many can be had; a machine may be slow. */
  List<StockEvent> restUntil(int available) {
    List<StockEvent> all = new ArrayList<>(rest());
    for (int i = 0; i < 20 && (all.isEmpty() || all.getLast().available() != available); i++) {
      all.addAll(rest());
    }
    return all;
  }

  private static <T> @Nullable T poll(BlockingQueue<T> queue, long millis) {
    try {
      return queue.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    listening.dispose();
  }
}
