package dev.lapak.inventory.lowstock;

import java.util.UUID;

/** A product of which no more can be bought than its threshold says. */
public record LowStock(UUID productId, int threshold, int available) {

  static final int MAX_THRESHOLD = 1_000_000_000;
}
