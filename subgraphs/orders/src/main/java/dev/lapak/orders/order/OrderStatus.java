package dev.lapak.orders.order;

/** Where an order stands; those of a paid one in their order. */
public enum OrderStatus {
  PENDING_PAYMENT,
  PAYMENT_REVIEW,
  PAID,
  PROCESSING,
  SHIPPED,
  DELIVERED,
  COMPLETED,
  CANCELLED,
  EXPIRED;

  /** Whether it is paid, and its goods are its buyer's. */
  public boolean isPaid() {
    return compareTo(PAID) >= 0 && compareTo(COMPLETED) <= 0;
  }

  /** Whether it is that one, or a paid order's that comes after it. */
  public boolean hasReached(OrderStatus earlier) {
    return this == earlier || isPaid() && earlier.isPaid() && compareTo(earlier) > 0;
  }
}
