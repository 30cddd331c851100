package dev.lapak.crooked.stall;

import dev.lapak.crooked.basket.Basket;
import dev.lapak.crooked.stall.graphql.StallController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Breaks one rule with each member. */
public class StallManager {

  double price;

  void charge(Double amount) {}

  void fill(Basket basket) {}

  void show(StallController controller) {}

  void waitFor(Mono<String> answer) {
    answer.block();
  }

  void waitForAll(Flux<String> answers) {
    answers.map(Mono::just).map(Mono::block).subscribe();
  }
}
