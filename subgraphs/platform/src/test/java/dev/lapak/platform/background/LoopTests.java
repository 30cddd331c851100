package dev.lapak.platform.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LoopTests {

  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicInteger steps = new AtomicInteger();
  private @Nullable Loop running;

  @AfterEach
  void stop() throws InterruptedException {
    if (running != null) {
      stopped(running);
    }
  }

  @Test
  void steps_follow_each_other_at_once_while_there_is_no_rest() {
    start(Loop.of("test", () -> Mono.just(steps.incrementAndGet() < 1_000 ? Duration.ZERO : LONG)));
    await().until(() -> steps.get() == 1_000);
  }

  @Test
  void a_rest_is_ended_by_a_call() {
    Loop loop = start(Loop.of("test", () -> step(LONG)));
    await().until(() -> steps.get() == 1);
    loop.wake();
    await().until(() -> steps.get() == 2);
  }

  @Test
  void a_call_during_a_step_is_remembered() {
    CountDownLatch inside = new CountDownLatch(1);
    Loop loop =
        start(
            Loop.of(
                "test",
                () ->
                    Mono.delay(Duration.ofMillis(100))
                        .doOnSubscribe(begun -> inside.countDown())
                        .then(step(LONG))));
    await().until(() -> inside.getCount() == 0);
    loop.wake();
    await().until(() -> steps.get() == 2);
  }

  @Test
  void calls_in_the_gap_are_one_step() throws InterruptedException {
    Loop loop = start(Loop.of("test", () -> step(LONG)).withGap(Duration.ofMillis(300)));
    await().until(() -> steps.get() == 1);
    for (int i = 0; i < 100; i++) {
      loop.wake();
    }
    Thread.sleep(100);
    assertThat(steps).hasValue(1);
    await().until(() -> steps.get() == 2);
    Thread.sleep(500);
    assertThat(steps).hasValue(2);
  }

  @Test
  void one_that_fails_goes_on_whether_it_fails_at_once_or_later() {
    start(
        Loop.of(
            "test",
            () -> {
              if (steps.incrementAndGet() == 1) {
                throw new IllegalStateException("at once");
              }
              return steps.get() == 2
                  ? Mono.error(new IllegalStateException("later"))
                  : Mono.just(LONG);
            }));
    await().until(() -> steps.get() == 3);
  }

  @Test
  void stopping_waits_for_the_step_and_not_for_the_rest() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    Loop loop =
        start(
            Loop.of(
                "test",
                () ->
                    Mono.delay(Duration.ofMillis(300))
                        .doOnNext(tick -> done.set(true))
                        .thenReturn(LONG)));
    Thread.sleep(100);
    stopped(loop);
    assertThat(done).isTrue();

    loop.start();
    Thread.sleep(500);
    stopped(loop);
    assertThat(loop.isRunning()).isFalse();
  }

  private Mono<Duration> step(Duration rest) {
    return Mono.fromSupplier(
        () -> {
          steps.incrementAndGet();
          return rest;
        });
  }

  private Loop start(Loop loop) {
    running = loop;
    loop.start();
    return loop;
  }

  private static void stopped(Loop loop) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    loop.stop(end::countDown);
    assertThat(end.await(2, TimeUnit.SECONDS)).isTrue();
  }
}
