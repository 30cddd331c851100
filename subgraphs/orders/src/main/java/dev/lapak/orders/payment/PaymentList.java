package dev.lapak.orders.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payments to list.
 *
 * @param sellerId whose; everybody's without
 */
public record PaymentList(
    @Nullable UUID sellerId,
    @Nullable PaymentStatus status,
    @Nullable PaymentMethod method,
    @Nullable UUID orderId) {

  /** Names the list, so that a cursor is not taken for another one's. */
  public String name() {
    return "payments " + this;
  }
}
