package dev.lapak.products.search;

import reactor.core.publisher.Flux;

/** The words that titles, tags and categories have. */
public interface Vocabulary {

  /** The words of a search, each with those that look like it. */
  Flux<TypedWord> alike(String search);
}
