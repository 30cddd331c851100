package dev.lapak.orders.order;

/** Where an order stands. */
public enum OrderStatus {
  PENDING_PAYMENT,
  PAYMENT_REVIEW,
  PAID,
  CANCELLED,
  EXPIRED
}
