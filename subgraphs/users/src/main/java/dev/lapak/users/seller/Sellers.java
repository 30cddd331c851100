package dev.lapak.users.seller;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sellers as they are kept. */
public interface Sellers {

  /** Empty where the user is a seller already. */
  Mono<Seller> add(UUID user, NewSeller seller);

  Flux<Seller> byId(Collection<UUID> ids);

  Flux<Seller> byUser(Collection<UUID> users);
}
