package dev.lapak.orders.checkout;

import dev.lapak.orders.order.BankAccount;
import dev.lapak.orders.order.Contact;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks users. */
public interface Sellers {

  /** Of a buyer whose contact is known, or not needed. */
  Mono<Parties> parties(Collection<UUID> sellers);

  /**
   * In one call too. Both end in {@link dev.lapak.orders.UnavailableException} where there is no
   * answer in time.
   */
  Mono<Parties> parties(Collection<UUID> sellers, UUID guest);

  /**
   * Who sells, and who buys.
   *
   * @param accounts where to pay the sellers, all of them
   * @param guest the guest's own contact, if it was asked for and there is one
   */
  record Parties(Map<UUID, BankAccount> accounts, @Nullable Contact guest) {}
}
