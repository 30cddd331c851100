package dev.lapak.inventory.reconciliation.graphql;

import dev.lapak.inventory.reconciliation.Repair;
import dev.lapak.inventory.reconciliation.RepairErrorCode;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

record RepairStockPayload(
    @Nullable StockLevel stockLevel, boolean repaired, List<InputError<RepairErrorCode>> errors) {

  static RepairStockPayload of(Outcome<Repair, InputError<RepairErrorCode>> outcome) {
    return switch (outcome) {
      case Outcome.Done(Repair repair) ->
          new RepairStockPayload(repair.level(), repair.repaired(), List.of());
      case Outcome.Refused(List<InputError<RepairErrorCode>> errors) ->
          new RepairStockPayload(null, false, errors);
    };
  }
}
