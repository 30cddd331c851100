package dev.lapak.orders.payment;

import dev.lapak.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a payment.
 *
 * @param amount how much; null where it knows of none
 */
public record Report(String reference, Standing standing, @Nullable Money amount) {

  /** How it stands. */
  public enum Standing {
    /** Nobody has begun, or it is under way, or was refused and may be tried again. */
    OPEN,
    /** The money is there. */
    PAID,
    /** It will not come. */
    FAILED,
    /** It went back. */
    REFUNDED,
    /** Some of it went back. */
    PARTLY_REFUNDED
  }
}
