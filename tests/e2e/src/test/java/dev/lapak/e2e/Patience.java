package dev.lapak.e2e;

import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** How long a test waits before it gives up; far longer than anything takes. */
final class Patience {

  static final Duration LIMIT = Duration.ofMinutes(3);

  private Patience() {}

  /** Waits for the one answer. */
  static <T> T await(Mono<T> answer) {
    return Objects.requireNonNull(answer.block(LIMIT), "no answer");
  }
}
