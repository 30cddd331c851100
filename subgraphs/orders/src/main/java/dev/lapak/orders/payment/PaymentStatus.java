package dev.lapak.orders.payment;

/** Where a payment stands. */
public enum PaymentStatus {
  /** On its way through a provider. */
  PENDING,
  /** It came, and its order is paid by it. */
  SETTLED,
  /** It will not come. */
  FAILED,
  /** It came, and has to go back. */
  REFUND_DUE,
  /** It went back. */
  REFUNDED
}
