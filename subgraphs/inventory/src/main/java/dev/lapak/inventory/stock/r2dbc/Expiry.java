package dev.lapak.inventory.stock.r2dbc;

import dev.lapak.inventory.Columns;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Locked levels after what was over was ended.
 *
 * @param freed how many lines were
 * @param moreIsOver whether there is more of it than one transaction should end
 */
record Expiry(List<LockedLevel> levels, int freed, boolean moreIsOver) {

  /** Nothing was over. */
  static Expiry none(List<LockedLevel> levels) {
    return new Expiry(levels, 0, false);
  }

  /**
   * @param products those that were asked for
   * @param over how many of their lines were over
   */
  static Expiry of(
      List<LockedLevel> before, List<Freed> freed, Collection<UUID> products, int over) {
    Map<Place, Freed> byPlace =
        freed.stream().collect(Collectors.toMap(Freed::place, Function.identity()));
    List<LockedLevel> after =
        before.stream()
            .map(
                level -> {
                  Freed back = byPlace.get(new Place(level.productId(), level.warehouseId()));
                  return back == null ? level : level.without(back.quantity());
                })
            .toList();
    int ended =
        freed.stream()
            .filter(back -> products.contains(back.place().productId()))
            .mapToInt(Freed::lines)
            .sum();
    // What could not be ended (it was extended meanwhile, or holds a level that is not locked) must
    // not be waited for: only go on while something was.
    return new Expiry(
        after, freed.stream().mapToInt(Freed::lines).sum(), ended > 0 && ended < over);
  }

  record Place(UUID productId, UUID warehouseId) {}

  /**
   * What ending reservations gave back to a level.
   *
   * @param wasWrong whether the level had counted less than that as reserved
   */
  record Freed(Place place, int quantity, int lines, boolean wasWrong) {

    static Freed of(Readable row) {
      return new Freed(
          new Place(Columns.uuid(row, "product_id"), Columns.uuid(row, "warehouse_id")),
          Columns.number(row, "quantity"),
          Columns.number(row, "lines"),
          Columns.flag(row, "was_wrong"));
    }
  }
}
