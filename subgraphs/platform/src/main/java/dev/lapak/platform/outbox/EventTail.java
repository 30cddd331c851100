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
 * until it is close; then it joins the tail, reads what was stamped meanwhile, and goes on live. A
 * follower is never waited for: one that lags too far behind is sent away with {@code
 * RESYNC_REQUIRED}.
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
  private final Sinks.Empty<Void> begun = Sinks.empty();
  private long position = UNKNOWN;

  public EventTail(Outbox outbox, EventSource<E> source, OutboxProperties properties) {
    this.outbox = outbox;
    this.source = source;
    this.properties = properties;
    this.reading = Loop.of("Event tail", this::step).withGap(properties.gap());
    outbox.onStamped(reading::wake);
  }

  /** From now on: what is committed after this has been subscribed to is among it. */
  public Flux<E> follow(Predicate<E> wanted) {
    return join(wanted).flatMapMany(Follower::events);
  }

  /**
   * From after a position on.
   *
   * @param past reads the wanted ones from the database
   */
  public Flux<E> follow(Predicate<E> wanted, EventSource<E> past, long after) {
    return Flux.defer(
        () -> {
          AtomicLong last = new AtomicLong(after);
          return missed(past, last)
              .concatWith(join(wanted).flatMapMany(follower -> caughtUp(follower, past, last)));
        });
  }

  /** Has somebody told of events, without handing them over. */
  public void watch(Predicate<E> wanted, Runnable bell) {
    watchers.add(new Watcher<>(wanted, bell));
  }

  private Flux<E> caughtUp(Follower<E> follower, EventSource<E> past, AtomicLong last) {
    return missed(past, last)
        .concatWith(
            Flux.defer(
                () -> {
                  long end = last.get();
                  return follower.events().filter(event -> event.position() > end);
                }))
        .doFinally(signal -> followers.remove(follower));
  }

  /** Reads pages until one is not full, and notes the last position in {@code last}. */
  private Flux<E> missed(EventSource<E> past, AtomicLong last) {
    return Mono.defer(() -> past.after(last.get(), PAGE).collectList())
        .doOnNext(page -> page.stream().mapToLong(E::position).max().ifPresent(last::set))
        .repeat()
        .takeUntil(page -> page.size() < PAGE)
        .concatMapIterable(page -> page, 1);
  }

  private Mono<Follower<E>> join(Predicate<E> wanted) {
    return begun
        .asMono()
        .then(
            Mono.fromSupplier(
                () -> {
                  Follower<E> follower = new Follower<>(wanted, properties.buffer());
                  followers.add(follower);
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
    reading.start();
  }

  @Override
  public void stop(Runnable done) {
    RequestException failure =
        new RequestException(RequestErrorCode.RESYNC_REQUIRED, "The service is going down.");
    followers.forEach(follower -> follower.end(failure));
    followers.clear();
    reading.stop(done);
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

  private record Watcher<E>(Predicate<E> wanted, Runnable bell) {}
}
