package dev.lapak.inventory.live;

import dev.lapak.platform.background.Loop;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at all products that somebody watches, a few times a second and only at what has changed,
 * and hands it to all who do. Whoever changes stock knows nothing of it: what is told is what the
 * database says, whichever instance has changed it (docs/adr/0011).
 */
@Service
@EnableConfigurationProperties(LiveProperties.class)
public class LiveStock implements SmartLifecycle {

  /** So many products are looked at in one statement. */
  private static final int PAGE = 10_000;

  /** Of the time, at most a tenth is spent looking, however many products are watched. */
  private static final int REST = 9;

  /** Of what is watched at most so much was never in stock: a fifth. */
  private static final int UNSTOCKED_SHARE = 5;

  private static final Duration NOBODY = Duration.ofHours(1);

  private final StockWatch watch;
  private final LiveProperties properties;
  private final Loop looking;
  private final Queue<StockFollower> joining = new ConcurrentLinkedQueue<>();
  private final Map<UUID, Set<StockFollower>> followers = new ConcurrentHashMap<>();

  /** Those of which there was never any: real ones have few, whoever makes ids up has many. */
  private final Set<UUID> unstocked = ConcurrentHashMap.newKeySet();

  private long horizon;

  LiveStock(StockWatch watch, LiveProperties properties) {
    this.watch = watch;
    this.properties = properties;
    this.looking = Loop.of("Live stock", this::step).withGap(properties.gap());
  }

  /**
   * What it is now, then each change.
   *
   * @param after the horizon of the last event that was seen, to be told of nothing older; 0 for
   *     all
   */
  public Flux<StockEvent> follow(Set<UUID> products, long after) {
    return Flux.defer(
        () -> {
          if (followers.size() + products.size() > properties.maxProducts()) {
            return Flux.error(tooMany());
          }
          StockFollower follower = new StockFollower(products, after);
          joining.add(follower);
          looking.wake();
          if (!isRunning()) {
            return Flux.error(goingDown());
          }
          return follower.events().doFinally(end -> leave(follower));
        });
  }

  private Mono<Duration> step() {
    List<StockFollower> joiners = new ArrayList<>();
    for (StockFollower next = joining.poll(); next != null; next = joining.poll()) {
      join(next);
      joiners.add(next);
    }
    if (followers.isEmpty()) {
      return Mono.just(NOBODY);
    }
    Set<UUID> fresh = new HashSet<>();
    joiners.forEach(joiner -> fresh.addAll(joiner.products()));
    List<UUID> known = followers.keySet().stream().filter(id -> !fresh.contains(id)).toList();
    long begin = System.nanoTime();
    return look(known, List.copyOf(fresh))
        .doOnNext(this::tell)
        .doOnNext(reading -> joiners.forEach(this::refuseUnstocked))
        .doOnError(failure -> joiners.forEach(joiner -> joiner.end(notNow())))
        .map(reading -> Duration.ofNanos((System.nanoTime() - begin) * REST));
  }

  private Mono<StockReading> look(List<UUID> known, List<UUID> fresh) {
    return Flux.range(0, Math.ceilDiv(Math.max(known.size(), fresh.size()), PAGE))
        .concatMap(page -> watch.look(page(known, page), horizon, page(fresh, page)))
        .reduce(StockReading::and);
  }

  private static List<UUID> page(List<UUID> all, int page) {
    int begin = Math.min(page * PAGE, all.size());
    return all.subList(begin, Math.min(begin + PAGE, all.size()));
  }

  private void tell(StockReading reading) {
    Map<StockFollower, List<ProductStock>> news = new HashMap<>();
    for (ProductStock stock : reading.stock()) {
      if (stock.wasNever()) {
        unstocked.add(stock.productId());
      } else {
        unstocked.remove(stock.productId());
      }
      for (StockFollower follower : followers.getOrDefault(stock.productId(), Set.of())) {
        news.computeIfAbsent(follower, any -> new ArrayList<>()).add(stock);
      }
    }
    news.forEach((follower, found) -> follower.offer(reading.horizon(), found));
    horizon = reading.horizon();
  }

  /** They have a share of their own, so that they can't keep all others out. */
  private void refuseUnstocked(StockFollower joiner) {
    if (unstocked.size() > properties.maxProducts() / UNSTOCKED_SHARE
        && joiner.products().stream().anyMatch(unstocked::contains)) {
      leave(joiner);
      joiner.end(tooMany());
    }
  }

  private void join(StockFollower follower) {
    for (UUID product : follower.products()) {
      followers.compute(
          product,
          (id, those) -> {
            Set<StockFollower> more = those == null ? ConcurrentHashMap.newKeySet() : those;
            more.add(follower);
            return more;
          });
    }
    if (follower.hasLeft()) {
      leave(follower);
    }
  }

  private void leave(StockFollower follower) {
    follower.leave();
    for (UUID product : follower.products()) {
      followers.computeIfPresent(
          product,
          (id, those) -> {
            those.remove(follower);
            if (those.isEmpty()) {
              unstocked.remove(id);
              return null;
            }
            return those;
          });
    }
  }

  @Override
  public void start() {
    looking.start();
  }

  @Override
  public void stop(Runnable done) {
    looking.stop(
        () -> {
          Set<StockFollower> all = new HashSet<>(joining);
          followers.values().forEach(all::addAll);
          all.forEach(follower -> follower.end(goingDown()));
          done.run();
        });
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public boolean isRunning() {
    return looking.isRunning();
  }

  /** Before the web server, which waits for its requests to end. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }

  private static RequestException tooMany() {
    return new RequestException(
        RequestErrorCode.TRY_AGAIN, "Too many products are watched at once: try again later.");
  }

  private static RequestException notNow() {
    return new RequestException(
        RequestErrorCode.TRY_AGAIN, "What is in stock can't be said now: try again.");
  }

  private static RequestException goingDown() {
    return new RequestException(
        RequestErrorCode.RESYNC_REQUIRED, "The service is going down: subscribe again.");
  }
}
