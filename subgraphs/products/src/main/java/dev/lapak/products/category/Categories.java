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

  /** Empty where the slug is taken. */
  Mono<Category> add(NewCategory category);
}
