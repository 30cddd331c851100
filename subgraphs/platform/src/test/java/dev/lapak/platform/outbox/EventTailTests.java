package dev.lapak.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.platform.background.Loop;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

class EventTailTests {

  private static final OutboxProperties PROPERTIES =
      new OutboxProperties(Duration.ofMillis(2), Duration.ofMillis(20), 64, 2_000);

  private final OutboxTable table = new OutboxTable();
  private final List<EventTail<OutboxTable.Event>> tails = new ArrayList<>();
  private final Relay relay = new Relay(new Leadership(table.pool, "test"), PROPERTIES.poll());
  private final Loop relaying = Loop.of("relay", relay::step).withGap(PROPERTIES.gap());
  private final Outbox outbox = new Outbox(table.database, relay, relaying);

  @BeforeEach
  void start() {
    relaying.start();
  }

  @AfterEach
  void close() {
    tails.forEach(EventTail::stop);
    relaying.stop();
    table.close();
  }

  @Test
  void from_now_on_means_all_that_is_committed_from_now_on() {
    EventTail<OutboxTable.Event> tail = tail();
    table.change(UUID.randomUUID());
    await().until(() -> table.positions().contains(1L));
    await().until(() -> tail.isRunning());
    List<Long> seen = new CopyOnWriteArrayList<>();
    Disposable follower = follow(tail.follow(event -> true, table.history()), seen);
    // The tail may still have been before the first one when the follower came.
    await().pollDelay(Duration.ofMillis(100)).until(() -> seen.size() <= 1);

    for (int i = 0; i < 100; i++) {
      table.change(UUID.randomUUID());
    }

    await().until(() -> seen.contains(101L));
    assertThat(seen).endsWith(LongStream.rangeClosed(2, 101).boxed().toArray(Long[]::new));
    follower.dispose();
  }

  @Test
  void only_what_is_wanted_comes_also_from_the_past() {
    EventTail<OutboxTable.Event> tail = tail();
    UUID mine = UUID.randomUUID();
    for (int i = 0; i < 10; i++) {
      table.change(mine);
      table.change(UUID.randomUUID());
    }
    await().until(() -> table.waiting() == 0);
    List<Long> seen = new CopyOnWriteArrayList<>();
    EventHistory<OutboxTable.Event> past = table.history("stream = '" + mine + "'");
    Disposable follower = follow(tail.follow(event -> event.stream().equals(mine), past, 10), seen);
    await().until(() -> seen.size() == 5);
    table.change(UUID.randomUUID());
    table.change(mine);
    await().until(() -> seen.size() == 6);
    follower.dispose();
  }

  @Test
  void whoever_resumes_anywhere_at_any_time_misses_nothing_and_gets_nothing_twice() {
    EventTail<OutboxTable.Event> tail = tail();
    EventTail<OutboxTable.Event> other = tail();
    int total = 6 * 300;
    List<UUID> streams = IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();

    List<Object> results =
        Race.of(
            18,
            i -> {
              if (i < 6) {
                for (int n = 0; n < 300; n++) {
                  table.change(streams.get(ThreadLocalRandom.current().nextInt(10)));
                }
                return "written";
              }
              return hop(i % 2 == 0 ? tail : other, total);
            });

    for (Object result : results.subList(6, results.size())) {
      assertThat(result).isEqualTo(LongStream.rangeClosed(1, total).boxed().toList());
    }
  }

  /** Follows for a while, hangs up, and resumes, again and again, up to the end. */
  private List<Long> hop(EventTail<OutboxTable.Event> tail, int total) {
    List<Long> seen = new ArrayList<>();
    while (seen.size() < total) {
      long after = seen.isEmpty() ? 0 : seen.getLast();
      int some = ThreadLocalRandom.current().nextInt(1, 150);
      List<OutboxTable.Event> batch =
          tail.follow(event -> true, table.history(), after)
              .take(Math.min(some, total - seen.size()))
              .collectList()
              .block(Duration.ofSeconds(30));
      if (batch != null) {
        batch.forEach(event -> seen.add(event.position()));
      }
    }
    return seen;
  }

  @Test
  void who_is_slow_misses_nothing_and_who_is_too_far_behind_is_told_to_begin_anew() {
    EventTail<OutboxTable.Event> tail = tail();
    Slow slow = new Slow();
    Slow tooSlow = new Slow();
    tail.follow(event -> true, table.history()).subscribe(slow);
    tail.follow(event -> true, table.history()).subscribe(tooSlow);
    List<Long> fast = new CopyOnWriteArrayList<>();
    Disposable other = follow(tail.follow(event -> true, table.history()), fast);
    await().pollDelay(Duration.ofMillis(300)).until(tail::isRunning);

    write(900);
    await().until(() -> fast.size() == 900);
    assertThat(slow.seen).hasSize(1);
    // More than waited in memory: the rest comes from the database.
    slow.request(899);
    await().until(() -> slow.seen.size() == 900);
    write(1_500);
    await().until(() -> fast.size() == 2_400);
    slow.request(10_000);
    tooSlow.request(10_000);

    await().until(() -> slow.seen.size() == 2_400);
    assertThat(slow.seen).isEqualTo(LongStream.rangeClosed(1, 2_400).boxed().toList());
    assertThat(slow.failures).isEmpty();
    await().until(() -> !tooSlow.failures.isEmpty());
    assertThat(tooSlow.failures.getFirst())
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> assertThat(e.code()).isEqualTo(RequestErrorCode.RESYNC_REQUIRED));
    // What had waited came first, without a gap.
    assertThat(tooSlow.seen)
        .isEqualTo(LongStream.rangeClosed(1, tooSlow.seen.size()).boxed().toList());
    other.dispose();
  }

  @Test
  void a_position_of_the_future_or_too_far_back_begins_anew() {
    EventTail<OutboxTable.Event> tail = tail();
    write(2_001);
    await().until(() -> table.waiting() == 0);
    for (long after : List.of(0L, 2_002L)) {
      List<Throwable> failures = new CopyOnWriteArrayList<>();
      tail.follow(event -> true, table.history(), after).subscribe(event -> {}, failures::add);
      await().until(() -> !failures.isEmpty());
      assertThat(failures.getFirst()).hasMessageContaining("Too far behind");
    }
    assertThat(
            tail.follow(event -> true, table.history(), 1)
                .take(2_000)
                .collectList()
                .block(Duration.ofSeconds(10)))
        .hasSize(2_000);
  }

  private void write(int events) {
    table.jdbc.update(
        "INSERT INTO outbox (stream, seq) SELECT gen_random_uuid(), 1 FROM generate_series(1, ?)",
        events);
  }

  @Test
  void when_it_stops_followers_are_told() {
    EventTail<OutboxTable.Event> tail = tail();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    AtomicInteger subscribed = new AtomicInteger();
    Disposable follower =
        tail.follow(event -> true, table.history())
            .doOnSubscribe(begun -> subscribed.incrementAndGet())
            .subscribe(event -> {}, failures::add);
    await().pollDelay(Duration.ofMillis(200)).until(() -> subscribed.get() == 1);
    tail.stop();
    await().until(() -> failures.size() == 1);
    // Not RESYNC_REQUIRED: the last cursor is as good as before.
    assertThat(failures.getFirst())
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> assertThat(e.code()).isEqualTo(RequestErrorCode.SUBGRAPH_UNAVAILABLE));
    follower.dispose();
  }

  private static Disposable follow(Flux<OutboxTable.Event> events, List<Long> seen) {
    return events.subscribe(event -> seen.add(event.position()), failure -> seen.add(-1L));
  }

  private EventTail<OutboxTable.Event> tail() {
    EventTail<OutboxTable.Event> tail = new EventTail<>(outbox, table.history(), PROPERTIES);
    tails.add(tail);
    tail.start();
    return tail;
  }

  /** Asks for one, and for more when told to. */
  private static final class Slow extends BaseSubscriber<OutboxTable.Event> {

    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      subscription.request(1);
    }

    @Override
    protected void hookOnNext(OutboxTable.Event event) {
      seen.add(event.position());
    }

    @Override
    protected void hookOnError(Throwable failure) {
      failures.add(failure);
    }
  }
}
