package dev.lapak.inventory.reconciliation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a stretch of all levels.
 *
 * @param found those that are wrong, by product and warehouse
 * @param last the last level that was looked at, null where there was none
 * @param isEnd whether there are no more
 */
public record Differences(List<StockDifference> found, @Nullable LevelKey last, boolean isEnd) {

  public Differences {
    found = List.copyOf(found);
  }

  /** Which level. */
  public record LevelKey(UUID productId, UUID warehouseId) {}
}
