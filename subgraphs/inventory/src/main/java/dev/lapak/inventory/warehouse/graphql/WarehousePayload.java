package dev.lapak.inventory.warehouse.graphql;

import dev.lapak.inventory.warehouse.Warehouse;
import dev.lapak.inventory.warehouse.WarehouseErrorCode;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

record WarehousePayload(
    @Nullable Warehouse warehouse, List<InputError<WarehouseErrorCode>> errors) {

  static WarehousePayload of(Outcome<Warehouse, InputError<WarehouseErrorCode>> outcome) {
    return switch (outcome) {
      case Outcome.Done(Warehouse warehouse) -> new WarehousePayload(warehouse, List.of());
      case Outcome.Refused(List<InputError<WarehouseErrorCode>> errors) ->
          new WarehousePayload(null, errors);
    };
  }
}
