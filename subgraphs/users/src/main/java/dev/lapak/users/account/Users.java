package dev.lapak.users.account;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Users as they are kept. */
public interface Users {

  /** Empty where the address is taken. */
  Mono<User> add(Email email, String name, String passwordHash);

  /** Empty where nobody has the address. */
  Mono<Credentials> credentials(Email email);

  Flux<User> byId(Collection<UUID> ids);
}
