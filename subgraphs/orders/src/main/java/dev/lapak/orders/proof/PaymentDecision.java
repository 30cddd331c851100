package dev.lapak.orders.proof;

/** What somebody made of a proof. */
public enum PaymentDecision {
  APPROVED,
  REJECTED
}
