package dev.lapak.inventory.live;

import dev.lapak.platform.error.RequestException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/**
 * Somebody who follows some products. Of each no more than the latest state waits for them, so that
 * who is slow is told less often, but never what is long over.
 */
final class StockFollower {

  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Set<UUID> products;
  private final long after;
  private final Map<UUID, ProductStock> told = new HashMap<>();
  private final Map<UUID, ProductStock> waiting = new LinkedHashMap<>();

  /** Rings when something waits; one ring is enough for all of it. */
  private final Sinks.Many<Boolean> bell =
      Sinks.many().unicast().onBackpressureBuffer(Queues.<Boolean>one().get());

  private long seen;
  private long horizon;
  private volatile boolean gone;

  /**
   * @param after what was changed by transactions before this one needs not be told; 0 for all
   */
  StockFollower(Set<UUID> products, long after) {
    this.products = Set.copyOf(products);
    this.after = after;
    this.horizon = after;
  }

  Set<UUID> products() {
    return products;
  }

  /** What was found when all of the products were looked at; the first time, of each. */
  void offer(long upTo, Collection<ProductStock> found) {
    if (take(upTo, found)) {
      bell.tryEmitNext(true);
    }
  }

  private synchronized boolean take(long upTo, Collection<ProductStock> found) {
    for (ProductStock stock : found) {
      ProductStock last = told.get(stock.productId());
      if (last == null && isKnown(stock, upTo)) {
        told.put(stock.productId(), stock);
      } else if (last == null || isNews(last, stock)) {
        waiting.put(stock.productId(), stock);
      }
    }
    seen = upTo;
    return !waiting.isEmpty();
  }

  /** Whether it was told before this began; a cursor from the future is of another database. */
  private boolean isKnown(ProductStock stock, long upTo) {
    return after > 0 && after <= upTo && stock.changedIn() < after;
  }

  private boolean isNews(ProductStock last, ProductStock now) {
    return now.sequence() > last.sequence()
        && (now.available() != last.available() || waiting.containsKey(now.productId()));
  }

  /** What waits and what comes. To be subscribed to once. */
  Flux<StockEvent> events() {
    // Each on a thread of its own choice: nobody waits for a follower.
    return bell.asFlux()
        .publishOn(Schedulers.parallel(), 1)
        // Taken only when there is somebody to take it, so that it is the latest.
        .concatMap(ring -> Flux.generate(this::next), 1);
  }

  void end(RequestException failure) {
    bell.emitError(failure, EmitFailureHandler.busyLooping(PATIENCE));
  }

  void leave() {
    gone = true;
  }

  boolean hasLeft() {
    return gone;
  }

  private void next(SynchronousSink<StockEvent> sink) {
    StockEvent event = poll();
    if (event == null) {
      sink.complete();
    } else {
      sink.next(event);
    }
  }

  private synchronized @Nullable StockEvent poll() {
    Iterator<ProductStock> first = waiting.values().iterator();
    if (!first.hasNext()) {
      return null;
    }
    ProductStock stock = first.next();
    first.remove();
    told.put(stock.productId(), stock);
    // Whoever resumes after an event is told again what waited behind it.
    if (waiting.isEmpty()) {
      horizon = seen;
    }
    return new StockEvent(stock.productId(), stock.sequence(), stock.available(), horizon);
  }
}
