package dev.lapak.orders.checkout;

import dev.lapak.orders.order.BankAccount;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Asks users. */
public interface Sellers {

  /**
   * Where to pay these sellers, all of them; ends in {@link dev.lapak.orders.UnavailableException}
   * where there is no answer in time.
   */
  Mono<Map<UUID, BankAccount>> accounts(Collection<UUID> sellers);
}
