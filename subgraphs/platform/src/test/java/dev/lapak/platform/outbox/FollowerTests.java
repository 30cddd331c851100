package dev.lapak.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class FollowerTests {

  private final Follower<Integer> follower = new Follower<>(event -> event > 0, 16, 0);

  @Test
  void what_is_not_wanted_takes_no_place() {
    assertThat(IntStream.rangeClosed(-100, 0).allMatch(follower::accept)).isTrue();
  }

  @Test
  void whose_buffer_runs_over_before_it_is_read_has_what_fits_and_then_the_end() {
    long taken = IntStream.rangeClosed(1, 1_000).takeWhile(follower::accept).count();

    assertThat(taken).isBetween(16L, 999L);
    StepVerifier.create(follower.events())
        .expectNextSequence(IntStream.rangeClosed(1, (int) taken).boxed().toList())
        .expectComplete()
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void whose_buffer_runs_over_while_it_is_read_has_what_fits_and_then_the_end() {
    StepVerifier.create(follower.events(), 1)
        .then(
            () -> assertThat(IntStream.rangeClosed(1, 1_000).allMatch(follower::accept)).isFalse())
        .expectNext(1)
        .thenRequest(1_000)
        .thenConsumeWhile(event -> true)
        .expectComplete()
        .verify(Duration.ofSeconds(5));
  }
}
