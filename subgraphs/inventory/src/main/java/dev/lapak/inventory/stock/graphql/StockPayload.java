package dev.lapak.inventory.stock.graphql;

import dev.lapak.inventory.stock.StockError;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

record StockPayload(@Nullable StockLevel stockLevel, List<StockError> errors) {

  static StockPayload of(Outcome<StockLevel, StockError> outcome) {
    return switch (outcome) {
      case Outcome.Done(StockLevel level) -> new StockPayload(level, List.of());
      case Outcome.Refused(List<StockError> errors) -> new StockPayload(null, errors);
    };
  }
}
