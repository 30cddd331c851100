package dev.lapak.orders.order;

/** What a person is to an order. */
public enum Party {
  BUYER,
  SELLER,
  ADMIN
}
