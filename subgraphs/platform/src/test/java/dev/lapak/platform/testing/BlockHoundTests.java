package dev.lapak.platform.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** That tests of subgraphs do find what blocks. */
class BlockHoundTests {

  @Test
  void blocking_an_event_loop_fails() {
    Mono<Integer> sleeping =
        Mono.fromCallable(
                () -> {
                  Thread.sleep(1);
                  return 1;
                })
            .subscribeOn(Schedulers.parallel());

    assertThatThrownBy(sleeping::block).hasRootCauseInstanceOf(BlockingOperationError.class);
  }
}
