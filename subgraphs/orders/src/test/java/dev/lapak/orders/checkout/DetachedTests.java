package dev.lapak.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DetachedTests {

  private static final Duration TASK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  @BeforeEach
  void nothing_ran() {
    most.set(0);
  }

  @Test
  void so_many_run_at_once_and_the_others_in_turn() {
    Detached detached = detached(3, 100, Duration.ofMinutes(1));

    List<Integer> answers =
        Flux.range(0, 20).flatMap(i -> detached.run(task(i)), 20).collectList().block(PATIENCE);

    assertThat(answers)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).boxed().toList());
    assertThat(most).hasValue(3);
  }

  @Test
  void no_more_than_there_is_room_for_come_in() {
    Detached detached = detached(1, 3, Duration.ofMinutes(1));

    List<Integer> answers =
        Flux.range(0, 10).flatMap(i -> detached.run(task(i)), 10).collectList().block(PATIENCE);

    assertThat(answers).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void whoever_would_wait_too_long_is_sent_away_and_told_for_how_long() {
    Detached detached = detached(1, 1_000, TASK.multipliedBy(5).dividedBy(2));
    detached.run(task(0)).block(PATIENCE);
    // Its time is noted a moment after its answer.
    Mono.delay(TASK).block(PATIENCE);

    List<Integer> answers =
        Flux.range(0, 10).flatMap(i -> detached.run(task(i)), 10).collectList().block(PATIENCE);

    // One that runs, and two for whom it takes no more than 250 ms; fewer where 100 ms took longer.
    assertThat(answers).hasSizeBetween(1, 3).contains(0);
    assertThat(detached.room()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    assertThat(detached.run(task(1)).block(PATIENCE)).isOne();
  }

  @Test
  void who_hangs_up_changes_nothing() {
    Detached detached = detached(1, 100, Duration.ofMinutes(1));

    List<Disposable> callers =
        IntStream.range(0, 5).mapToObj(i -> detached.run(task(i)).subscribe()).toList();
    callers.forEach(Disposable::dispose);

    assertThat(detached.run(task(9)).block(PATIENCE)).isEqualTo(9);
    assertThat(done).hasValue(6);
    assertThat(most).hasValue(1);
  }

  @Test
  void a_failure_gives_its_turn_to_the_next() {
    Detached detached = detached(1, 100, Duration.ofMinutes(1));

    List<Object> answers =
        Flux.range(0, 6)
            .flatMap(
                i ->
                    detached
                        .<Object>run(
                            i % 2 == 0
                                ? Mono.delay(TASK).then(Mono.error(new IllegalStateException()))
                                : task(i).cast(Object.class))
                        .onErrorReturn("failed"),
                6)
            .collectList()
            .block(PATIENCE);

    assertThat(answers).containsExactly("failed", 1, "failed", 3, "failed", 5);
  }

  @Test
  void stopping_waits_for_all_who_were_let_in() {
    Detached detached = detached(1, 100, Duration.ofMinutes(1));
    IntStream.range(0, 4).forEach(i -> detached.run(task(i)).subscribe());

    Mono.<Void>create(stopped -> detached.stop(stopped::success)).block(PATIENCE);

    assertThat(done).hasValue(4);
    assertThat(detached.run(task(5)).block(PATIENCE)).isNull();
  }

  private Mono<Integer> task(int number) {
    return Mono.defer(
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          return Mono.delay(TASK)
              .map(
                  tick -> {
                    running.decrementAndGet();
                    done.incrementAndGet();
                    return number;
                  });
        });
  }

  private static Detached detached(int atOnce, int max, Duration wait) {
    Detached detached =
        new Detached(
            new CheckoutProperties(
                Duration.ofDays(1),
                Duration.ofMinutes(1),
                atOnce,
                max,
                wait,
                Duration.ofMinutes(1),
                Duration.ofSeconds(30)));
    detached.start();
    return detached;
  }
}
