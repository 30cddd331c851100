package dev.lapak.orders.payment;

import dev.lapak.platform.money.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money for an order.
 *
 * @param receivedAt when it was noted that it came
 * @param proofId what showed it, of a bank transfer
 * @param note why an admin believes it
 * @param reference what its provider calls it
 * @param page where its buyer pays it, once its provider has said so
 * @param expiresAt until when its provider takes it
 * @param refundNote how it went back
 */
public record Payment(
    UUID id,
    UUID orderId,
    UUID buyerId,
    UUID sellerId,
    PaymentMethod method,
    PaymentStatus status,
    Money amount,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime receivedAt,
    @Nullable UUID proofId,
    @Nullable String note,
    @Nullable String reference,
    @Nullable PaymentPage page,
    @Nullable OffsetDateTime expiresAt,
    @Nullable OffsetDateTime refundedAt,
    @Nullable String refundNote) {

  /** Whether its provider does not take it any more. */
  boolean isOver(Instant now) {
    return expiresAt != null && !expiresAt.toInstant().isAfter(now);
  }
}
