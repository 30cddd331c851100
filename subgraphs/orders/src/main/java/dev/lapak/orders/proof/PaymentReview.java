package dev.lapak.orders.proof;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A seller's or admin's decision on a proof.
 *
 * @param reason given with a rejection
 */
public record PaymentReview(
    PaymentDecision decision, @Nullable String reason, OffsetDateTime decidedAt) {}
