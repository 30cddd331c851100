package dev.lapak.products.search;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Guesses what was meant by what was misspelt. */
@Component
public final class Corrections {

  private final Vocabulary vocabulary;

  Corrections(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The likeliest first; empty where nothing else can have been meant. */
  public Mono<List<Guess>> of(Search search) {
    return vocabulary
        .alike(search.text())
        .collectList()
        .map(Guess::of)
        .filter(guesses -> !guesses.isEmpty());
  }
}
