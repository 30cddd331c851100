package dev.lapak.inventory.reservation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What can be had, as one line after another takes of it.
 *
 * <p>A line takes from the warehouse that has most, then from the one that has most then, until it
 * has enough: so it is split only where no single warehouse has enough, and over as few as
 * possible. Of equal ones always the same comes first.
 */
final class FreeStock {

  private static final Map<UUID, Integer> NONE = Map.of();

  private final Map<UUID, Map<UUID, Integer>> byProduct = new HashMap<>();

  FreeStock(Collection<Shelf> shelves) {
    shelves.forEach(shelf -> put(shelf.productId(), shelf.warehouseId(), shelf.free()));
  }

  /** How many of the product can be had; the largest int where it is more. */
  int available(UUID product) {
    long total = warehouses(product).values().stream().mapToLong(Integer::longValue).sum();
    return (int) Math.min(total, Integer.MAX_VALUE);
  }

  /** Takes all of it, or nothing where there are too few. */
  Optional<List<ReservationLine>> take(UUID product, int quantity) {
    if (available(product) < quantity) {
      return Optional.empty();
    }
    List<ReservationLine> taken = new ArrayList<>(1);
    int missing = quantity;
    while (missing > 0) {
      Map.Entry<UUID, Integer> fullest =
          warehouses(product).entrySet().stream()
              .max(Comparator.comparingInt(Map.Entry<UUID, Integer>::getValue))
              .orElseThrow();
      int part = Math.min(missing, fullest.getValue());
      taken.add(new ReservationLine(product, fullest.getKey(), part));
      fullest.setValue(fullest.getValue() - part);
      missing -= part;
    }
    return Optional.of(taken);
  }

  /** Undoes {@link #take}. */
  void putBack(Collection<ReservationLine> lines) {
    lines.forEach(line -> put(line.productId(), line.warehouseId(), line.quantity()));
  }

  private void put(UUID product, UUID warehouse, int quantity) {
    byProduct
        .computeIfAbsent(product, any -> new TreeMap<>())
        .merge(warehouse, quantity, Integer::sum);
  }

  private Map<UUID, Integer> warehouses(UUID product) {
    return byProduct.getOrDefault(product, NONE);
  }
}
