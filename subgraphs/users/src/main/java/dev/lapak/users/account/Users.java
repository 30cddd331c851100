package dev.lapak.users.account;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Users as they are kept. */
public interface Users {

  /** Empty where the address is taken. */
  Mono<User> add(Email email, String name, String passwordHash);

  /** With an address, a number or both, which others may have too. */
  Mono<User> addGuest(String name, @Nullable Email email, @Nullable Phone phone);

  /**
   * Gives a guest an account; empty where there is no such guest (any more), an {@link
   * EmailTakenException} where the address is taken. Of many at once one is done.
   */
  Mono<User> keep(UUID guest, Email email, String passwordHash);

  /** Empty where no account has the address. */
  Mono<Credentials> credentials(Email email);

  Flux<User> byId(Collection<UUID> ids);
}
