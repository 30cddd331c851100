package dev.lapak.platform.outbox;

import dev.lapak.platform.background.Loop;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The latest events, read once per instance and handed to all who follow.
 *
 * <p>A follower who comes with a position reads what it missed from the database, page by page,
 * until it is close; then it joins the tail, reads what was stamped meanwhile, and goes on live.
 * One whose buffer runs over has lost the tail and begins again at what it has seen. One that is
 * too far behind is sent away with {@code RESYNC_REQUIRED}.
 */
public final class EventTail<E extends Positioned> implements SmartLifecycle {

  private static final int PAGE = 500;
  private static final long UNKNOWN = -1;

  private final Outbox outbox;
  private final EventSource<E> source;
  private final OutboxProperties properties;
  private final Loop reading;
  private final Set<Follower<E>> followers = ConcurrentHashMap.newKeySet();
  private final List<Watcher<E>> watchers = new CopyOnWriteArrayList<>();
  private volatile Sinks.Empty<Void> begun = Sinks.empty();
  private volatile long position = UNKNOWN;

  public EventTail(Outbox outbox, EventSource<E> source, OutboxProperties properties) {
    this.outbox = outbox;
    this.source = source;
    this.properties = properties;
    this.reading = Loop.of("Event tail", this::step).withGap(properties.gap());
    outbox.onStamped(reading::wake);
  }

  /**
   * From now on: what is committed after this has been subscribed to is among it.
   *
   * @param history of the wanted ones
   */
  public Flux<E> follow(Predicate<E> wanted, EventHistory<E> history) {
    return join(wanted)
        .flatMapMany(
            follower -> {
              AtomicLong last = new AtomicLong(follower.joinedAt());
              return live(follower, last).concatWith(resume(wanted, history, last));
            });
  }

  /**
   * From after a position on.
   *
   * @param history of the wanted ones
   */
  public Flux<E> follow(Predicate<E> wanted, EventHistory<E> history, long after) {
    return Flux.defer(() -> resume(wanted, history, new AtomicLong(after)));
  }

  /** Has somebody told of events, without handing them over. */
  public void watch(Predicate<E> wanted, Runnable bell) {
    watchers.add(new Watcher<>(wanted, bell));
  }

  /** Goes on after {@code last}, as often as the tail is lost. */
  private Flux<E> resume(Predicate<E> wanted, EventHistory<E> history, AtomicLong last) {
    return notTooFar(history, last)
        .thenMany(missed(history, last))
        .concatWith(
            join(wanted)
                .flatMapMany(
                    follower ->
                        missed(history, last)
                            .concatWith(live(follower, last))
                            .doFinally(signal -> followers.remove(follower))))
        .repeat();
  }

  private Mono<Void> notTooFar(EventHistory<E> history, AtomicLong last) {
    return Mono.defer(
            () -> Mono.zip(outbox.head(), history.count(last.get(), properties.maxBehind() + 1)))
        .filter(known -> last.get() <= known.getT1() && known.getT2() <= properties.maxBehind())
        .switchIfEmpty(Mono.error(EventTail::tooFar))
        .then();
  }

  /** Reads pages until one is not full. */
  private Flux<E> missed(EventHistory<E> history, AtomicLong last) {
    return Mono.defer(() -> history.after(last.get(), PAGE).collectList())
        .doOnNext(
            page -> {
              if (!page.isEmpty()) {
                last.set(page.getLast().position());
              }
            })
        .repeat()
        .takeUntil(page -> page.size() < PAGE)
        .concatMapIterable(page -> page, 1);
  }

  private Flux<E> live(Follower<E> follower, AtomicLong last) {
    return follower
        .events()
        .filter(event -> event.position() > last.get())
        .doOnNext(event -> last.set(event.position()))
        .doFinally(signal -> followers.remove(follower));
  }

  private Mono<Follower<E>> join(Predicate<E> wanted) {
    return Mono.defer(() -> begun.asMono())
        .then(
            Mono.fromSupplier(
                () -> {
                  Follower<E> follower = new Follower<>(wanted, properties.buffer(), position);
                  followers.add(follower);
                  if (!isRunning()) {
                    throw goingDown();
                  }
                  return follower;
                }));
  }

  private Mono<Duration> step() {
    return position == UNKNOWN
        ? outbox.head().doOnNext(this::begin).thenReturn(Duration.ZERO)
        : source.after(position, PAGE).collectList().map(this::publish);
  }

  private void begin(long head) {
    position = head;
    begun.tryEmitEmpty();
  }

  private Duration publish(List<E> events) {
    for (E event : events) {
      followers.removeIf(follower -> !follower.accept(event));
    }
    for (Watcher<E> watcher : watchers) {
      if (events.stream().anyMatch(watcher.wanted())) {
        watcher.bell().run();
      }
    }
    if (!events.isEmpty()) {
      position = events.getLast().position();
    }
    return events.size() == PAGE ? Duration.ZERO : properties.poll();
  }

  @Override
  public void start() {
    begun = Sinks.empty();
    position = UNKNOWN;
    reading.start();
  }

  @Override
  public void stop(Runnable done) {
    reading.stop(done);
    begun.tryEmitError(goingDown());
    followers.forEach(follower -> follower.end(goingDown()));
    followers.clear();
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public boolean isRunning() {
    return reading.isRunning();
  }

  /** Before the web server, which waits for its requests to end. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }

  private static RequestException tooFar() {
    return new RequestException(
        RequestErrorCode.RESYNC_REQUIRED,
        "Too far behind: read the list again, then subscribe without a cursor.");
  }

  private static RequestException goingDown() {
    return new RequestException(
        RequestErrorCode.SUBGRAPH_UNAVAILABLE,
        "The service is going down: subscribe again after the last cursor.");
  }

  private record Watcher<E>(Predicate<E> wanted, Runnable bell) {}
}
