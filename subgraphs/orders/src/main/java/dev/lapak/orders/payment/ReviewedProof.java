package dev.lapak.orders.payment;

import dev.lapak.orders.proof.PaymentDecision;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof as far as a review cares.
 *
 * @param decision null while it waits
 */
public record ReviewedProof(UUID id, UUID orderId, @Nullable PaymentDecision decision) {}
