package dev.lapak.inventory.warehouse;

import java.util.UUID;

/**
 * A seller's place for goods.
 *
 * @param active whether its stock is sold
 */
public record Warehouse(UUID id, String name, boolean active) {

  /** A seller has at most this many. */
  public static final int MAX_PER_SELLER = 100;

  /** A name has at most this many characters. */
  public static final int MAX_NAME = 100;
}
