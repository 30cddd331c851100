package dev.lapak.orders.order;

/** What somebody is to an order. */
public enum Party {
  BUYER,
  SELLER,
  ADMIN,
  /** A payment provider; no person. */
  PROVIDER,
  /** Nobody: something was due. */
  TIME
}
