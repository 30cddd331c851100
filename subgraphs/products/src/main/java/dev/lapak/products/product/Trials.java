package dev.lapak.products.product;

import dev.lapak.products.search.Guess;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tries what a search may have been meant for. */
public interface Trials {

  /**
   * Of the nearest that find anything, the one that finds the most; empty where none does.
   *
   * @param filter what is found must pass it
   * @param guesses the nearest first
   */
  Mono<String> best(ProductFilter filter, List<Guess> guesses);
}
