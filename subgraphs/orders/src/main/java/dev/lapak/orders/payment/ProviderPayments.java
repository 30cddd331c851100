package dev.lapak.orders.payment;

import dev.lapak.orders.order.Order;
import dev.lapak.platform.money.Money;
import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payments that are on their way through a provider, as they are stored. */
public interface ProviderPayments {

  /**
   * The payment of the order that is on its way, begun now if there is none.
   *
   * @return nothing if the order does not wait for payment any more
   */
  Mono<Payment> begin(Order order, PaymentMethod method);

  /** Notes where it is paid, unless that was noted before; the payment as it is then. */
  Mono<Payment> put(UUID id, PaymentPage page);

  Mono<Payment> find(String reference);

  /** It will not come: if it is on its way. */
  Mono<Long> fail(UUID id);

  /** The provider has given it back: whatever it was, it came and it went. */
  Mono<Long> refunded(UUID id, String note);

  /** Another amount came than was asked for: if it is on its way or was given up. */
  Mono<Long> otherCame(UUID id, Money amount);

  /** Those of which it is time to ask, each not again for so long. */
  Flux<Payment> toAsk(Duration again, int limit);
}
