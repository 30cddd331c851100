package dev.lapak.inventory.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.test.StepVerifier;

class StockFollowerTests {

  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);
  private static final Duration SOON = Duration.ofSeconds(5);

  @RepeatedTest(20)
  void who_is_slow_is_told_the_latest_alone() {
    StockFollower follower = new StockFollower(Set.of(A), 0);
    BlockingQueue<StockEvent> told = new LinkedBlockingQueue<>();
    BaseSubscriber<StockEvent> slow =
        new BaseSubscriber<>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            request(1);
          }

          @Override
          protected void hookOnNext(StockEvent event) {
            told.add(event);
          }
        };
    follower.events().subscribe(slow);
    follower.offer(10, List.of(stock(A, 1, 5, 9)));
    assertThat(next(told)).isEqualTo(new StockEvent(A, 1, 5, 10));
    LongStream.range(2, 1_000)
        .forEach(i -> follower.offer(10 + i, List.of(stock(A, i, (int) i, 9 + i))));
    slow.request(1);
    assertThat(next(told)).isEqualTo(new StockEvent(A, 999, 999, 1_009));
    slow.request(1);
    assertThat(told).isEmpty();
    slow.cancel();
  }

  private static StockEvent next(BlockingQueue<StockEvent> told) {
    try {
      return Objects.requireNonNull(told.poll(5, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void event_with_others_behind_it_resumes_before_them() {
    StockFollower follower = new StockFollower(Set.of(A, B, C), 0);
    follower.offer(10, List.of(stock(A, 1, 1, 1), stock(B, 1, 1, 2), stock(C, 1, 1, 3)));
    StepVerifier.create(follower.events(), 3)
        .expectNext(new StockEvent(A, 1, 1, 0))
        .expectNext(new StockEvent(B, 1, 1, 0))
        .expectNext(new StockEvent(C, 1, 1, 10))
        .then(() -> follower.offer(20, List.of(stock(A, 2, 2, 15), stock(B, 2, 2, 16))))
        .thenRequest(1)
        .expectNext(new StockEvent(A, 2, 2, 10))
        .thenRequest(1)
        .expectNext(new StockEvent(B, 2, 2, 20))
        .thenCancel()
        .verify(SOON);
  }

  @Test
  void who_comes_back_is_told_what_has_changed_since() {
    StockFollower follower = new StockFollower(Set.of(A, B, C), 10);
    follower.offer(20, List.of(stock(A, 1, 1, 9), stock(B, 1, 1, 10), stock(C, 0, 0, 0)));
    StepVerifier.create(follower.events())
        .expectNext(new StockEvent(B, 1, 1, 20))
        .then(() -> follower.offer(30, List.of(stock(A, 2, 7, 25))))
        .expectNext(new StockEvent(A, 2, 7, 30))
        .thenCancel()
        .verify(SOON);
  }

  @Test
  void who_comes_back_from_another_database_is_told_all() {
    StockFollower follower = new StockFollower(Set.of(A), 1_000);
    follower.offer(20, List.of(stock(A, 1, 1, 9)));
    StepVerifier.create(follower.events())
        .expectNext(new StockEvent(A, 1, 1, 20))
        .thenCancel()
        .verify(SOON);
  }

  @Test
  void same_number_is_no_news() {
    StockFollower follower = new StockFollower(Set.of(A), 0);
    follower.offer(10, List.of(stock(A, 1, 5, 9)));
    StepVerifier.create(follower.events())
        .expectNext(new StockEvent(A, 1, 5, 10))
        .then(() -> follower.offer(20, List.of(stock(A, 2, 5, 15))))
        .expectNoEvent(Duration.ofMillis(50))
        .then(() -> follower.offer(30, List.of(stock(A, 3, 4, 25))))
        .expectNext(new StockEvent(A, 3, 4, 30))
        .thenCancel()
        .verify(SOON);
  }

  @Test
  void end_is_heard_after_what_waited() {
    StockFollower follower = new StockFollower(Set.of(A), 0);
    follower.offer(10, List.of(stock(A, 1, 5, 9)));
    follower.end(new RequestException(RequestErrorCode.RESYNC_REQUIRED, "bye"));
    StepVerifier.create(follower.events())
        .expectNextCount(1)
        .expectErrorMessage("bye")
        .verify(SOON);
  }

  private static ProductStock stock(UUID product, long sequence, int available, long changedIn) {
    return new ProductStock(product, sequence, available, changedIn);
  }
}
