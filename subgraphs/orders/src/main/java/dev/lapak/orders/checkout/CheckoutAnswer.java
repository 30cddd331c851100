package dev.lapak.orders.checkout;

import dev.lapak.orders.order.Purchase;
import java.util.List;

/** What came of a checkout. */
public sealed interface CheckoutAnswer {

  /**
   * It is bought.
   *
   * @param replayed whether it had been before
   */
  record Bought(Purchase purchase, boolean replayed) implements CheckoutAnswer {}

  /** Nothing was bought. */
  record Refused(List<CheckoutError> errors) implements CheckoutAnswer {}

  static CheckoutAnswer refused(CheckoutError error) {
    return new Refused(List.of(error));
  }
}
