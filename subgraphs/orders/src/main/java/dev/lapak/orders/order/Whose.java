package dev.lapak.orders.order;

import java.util.UUID;

/** Whose orders a list has. */
public sealed interface Whose {

  record Everybody() implements Whose {}

  /** What somebody bought. */
  record Buyer(UUID id) implements Whose {}

  /** What somebody sold. */
  record Seller(UUID id) implements Whose {}
}
