package dev.lapak.inventory.live;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was found when all was looked at once.
 *
 * @param horizon what all transactions before this one did has been seen
 */
public record StockReading(long horizon, List<ProductStock> stock) {

  public StockReading {
    stock = List.copyOf(stock);
  }

  /** Both, of which the earlier look saw less. */
  StockReading and(StockReading other) {
    return new StockReading(
        Math.min(horizon, other.horizon),
        Stream.concat(stock.stream(), other.stock.stream()).toList());
  }
}
