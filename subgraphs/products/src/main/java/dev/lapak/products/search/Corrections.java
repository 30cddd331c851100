package dev.lapak.products.search;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Guesses what was meant by what was misspelt. */
@Component
public final class Corrections {

  private final Vocabulary vocabulary;

  Corrections(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Empty where nothing else can have been meant. */
  public Mono<Search> of(Search search) {
    return vocabulary
        .alike(search.text())
        .collectList()
        .mapNotNull(typed -> Correction.of(typed).map(search::corrected).orElse(null));
  }
}
