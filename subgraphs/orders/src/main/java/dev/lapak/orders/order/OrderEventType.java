package dev.lapak.orders.order;

/** What happened to an order. */
public enum OrderEventType {
  PLACED,
  PROOF_SUBMITTED,
  PAYMENT_APPROVED,
  PAYMENT_REJECTED,
  DEADLINE_EXTENDED,
  PAID,
  CONFIRMED,
  SHIPPED,
  DELIVERED,
  COMPLETED,
  CANCELLED,
  EXPIRED
}
