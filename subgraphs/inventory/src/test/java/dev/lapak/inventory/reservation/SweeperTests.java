package dev.lapak.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

@Timeout(10)
class SweeperTests {

  private static final SweeperProperties OFTEN = new SweeperProperties(Duration.ofMillis(5));

  @Test
  void sweeps_until_nothing_is_left_and_then_again_later() throws InterruptedException {
    CountDownLatch swept = new CountDownLatch(10);
    Sweeper sweeper =
        new Sweeper(
            () -> {
              swept.countDown();
              return Mono.just(swept.getCount() % 4 != 0);
            },
            OFTEN);
    sweeper.start();
    assertThat(swept.await(5, TimeUnit.SECONDS)).isTrue();
    sweeper.stop();
  }

  @Test
  void failure_is_tried_again() throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(3);
    Sweeper sweeper =
        new Sweeper(
            () -> {
              tried.countDown();
              return Mono.error(new IllegalStateException("down"));
            },
            OFTEN);
    sweeper.start();
    assertThat(tried.await(5, TimeUnit.SECONDS)).isTrue();
    sweeper.stop();
  }

  @Test
  void stops_when_the_transaction_under_way_has_ended() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicInteger times = new AtomicInteger();
    Sweeper sweeper =
        new Sweeper(
            () ->
                Mono.delay(Duration.ofMillis(100))
                    .doOnSubscribe(
                        subscribed -> {
                          times.incrementAndGet();
                          begun.countDown();
                        })
                    .doOnNext(late -> ended.set(true))
                    .thenReturn(true),
            OFTEN);
    sweeper.start();
    assertThat(sweeper.isRunning()).isTrue();
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    sweeper.stop(stopped::countDown);
    assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(ended).isTrue();
    assertThat(times).hasValue(1);
    assertThat(sweeper.isRunning()).isFalse();
  }

  @Test
  void can_be_started_again() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    CountDownLatch stopped = new CountDownLatch(1);
    Sweeper sweeper =
        new Sweeper(() -> Mono.fromSupplier(() -> times.incrementAndGet() < 0), OFTEN);
    sweeper.start();
    sweeper.stop(stopped::countDown);
    assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    int before = times.get();
    sweeper.start();
    while (times.get() == before) {
      Thread.onSpinWait();
    }
    sweeper.stop();
  }
}
