package dev.lapak.orders.payment;

/** How money comes. */
public enum PaymentMethod {
  /** To the seller's account; a proof shows it. */
  BANK_TRANSFER,
  /** Through Midtrans. */
  MIDTRANS,
  /** An admin says that it came. */
  MANUAL
}
