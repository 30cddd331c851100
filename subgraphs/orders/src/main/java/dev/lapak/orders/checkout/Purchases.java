package dev.lapak.orders.checkout;

import dev.lapak.orders.order.BankAccount;
import dev.lapak.orders.order.Purchase;
import dev.lapak.orders.order.Remarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Writes purchases. */
public interface Purchases {

  /**
   * Turns an attempt into a purchase: all in one statement, so all or nothing.
   *
   * @return nothing if the attempt has ended, or the cart that is bought does not hold all of it
   *     any more; {@link KeyTakenException} if another input has this key's purchase
   */
  Mono<Purchase> write(Attempt attempt, CheckoutRequest request, Contents contents);

  /**
   * What was bought.
   *
   * @param payWithin from now on
   * @param accounts where to pay each draft's seller
   * @param reservations one for each draft
   * @param heldUntil when the reservations end
   */
  record Contents(
      List<Draft> drafts,
      Map<UUID, BankAccount> accounts,
      List<UUID> reservations,
      Instant heldUntil,
      Duration payWithin,
      Remarks remarks) {}
}
