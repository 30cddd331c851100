package dev.lapak.products.category;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Categories as they are kept. */
public interface Categories {

  /** All, by name. */
  Flux<Category> all();

  Flux<Category> byId(Collection<UUID> ids);

  Mono<Category> bySlug(String slug);

  /** None of these is deleted before the transaction ends. */
  Flux<Category> holdBySlug(Collection<String> slugs);

  /** Empty where the slug is taken. */
  Mono<Category> add(NewCategory category);

  /** Empty where there is none of this id. */
  Mono<Category> rename(UUID id, String name);

  /**
   * Answers the id; empty where there is none of it.
   *
   * @throws InUse as an error signal
   */
  Mono<UUID> delete(UUID id);

  /** Products are in the category. */
  final class InUse extends RuntimeException {
    public InUse(Throwable cause) {
      super(cause);
    }
  }
}
