package dev.lapak.orders.payment;

import dev.lapak.platform.money.Money;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Takes money and says what became of it. Every call may be repeated, and ends in {@link
 * dev.lapak.orders.UnavailableException} where there is no answer in time.
 */
public interface PaymentProvider {

  PaymentMethod method();

  /** Whether it would take that much now. */
  boolean takes(Money amount);

  /**
   * Lets somebody pay.
   *
   * @param reference what the payment is called from then on
   * @param within how long it may take
   * @return nothing if the provider refuses it for good
   */
  Mono<Optional<PaymentPage>> begin(String reference, Money amount, Duration within);

  /** What the provider says of a payment now. */
  Mono<Report> ask(String reference);
}
