package dev.lapak.orders.proof;

import java.util.List;
import java.util.UUID;

/**
 * What a reviewer is told of a proof whose files were handed in before or elsewhere.
 *
 * @param duplicate whether one of them belongs to another order too, whoever's it is
 * @param orders those of these orders that the reviewer may see
 */
public record Elsewhere(boolean duplicate, List<UUID> orders) {

  public Elsewhere {
    orders = List.copyOf(orders);
  }
}
