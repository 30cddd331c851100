package dev.lapak.inventory.warehouse.graphql;

import dev.lapak.inventory.Ids;
import dev.lapak.inventory.warehouse.Warehouse;
import dev.lapak.inventory.warehouse.Warehouses;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class WarehouseController {

  private final Warehouses warehouses;

  WarehouseController(Warehouses warehouses) {
    this.warehouses = warehouses;
  }

  @QueryMapping
  Flux<Warehouse> warehouses(@ContextValue Viewer viewer) {
    return warehouses.of(viewer.requireSeller());
  }

  @QueryMapping
  Mono<Warehouse> warehouse(@Argument UUID id, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return visible(List.of(id), viewer).next();
  }

  @MutationMapping
  Mono<WarehousePayload> createWarehouse(
      @Argument CreateWarehouseInput input, @ContextValue Viewer viewer) {
    return warehouses.create(viewer.requireSeller(), input.name()).map(WarehousePayload::of);
  }

  @MutationMapping
  Mono<WarehousePayload> renameWarehouse(
      @Argument RenameWarehouseInput input, @ContextValue Viewer viewer) {
    return warehouses
        .rename(viewer.requireSeller(), input.id(), input.name())
        .map(WarehousePayload::of);
  }

  @MutationMapping
  Mono<WarehousePayload> activateWarehouse(
      @Argument WarehouseIdInput input, @ContextValue Viewer viewer) {
    return warehouses.setActive(viewer.requireSeller(), input.id(), true).map(WarehousePayload::of);
  }

  @MutationMapping
  Mono<WarehousePayload> deactivateWarehouse(
      @Argument WarehouseIdInput input, @ContextValue Viewer viewer) {
    return warehouses
        .setActive(viewer.requireSeller(), input.id(), false)
        .map(WarehousePayload::of);
  }

  /** A seller's own ones and, for admins, all; null for what this viewer may not see. */
  @EntityMapping("Warehouse")
  Mono<List<@Nullable Warehouse>> warehouseEntities(
      @Argument List<@Nullable String> idList, @ContextValue Viewer viewer) {
    return visible(idList.stream().flatMap(id -> parse(id).stream()).toList(), viewer)
        .collect(Collectors.toMap(Warehouse::id, Function.identity(), (one, twin) -> one))
        .map(found -> inOrder(idList, found));
  }

  /** A seller's own ones and, for admins, all. */
  private Flux<Warehouse> visible(List<UUID> ids, Viewer viewer) {
    return viewer.isAdmin() || viewer.sellerId() != null
        ? warehouses.byIds(ids, viewer.isAdmin() ? null : viewer.sellerId())
        : Flux.empty();
  }

  private static List<@Nullable Warehouse> inOrder(
      List<@Nullable String> ids, Map<UUID, Warehouse> found) {
    return ids.stream().map(id -> parse(id).map(found::get).orElse(null)).toList();
  }

  private static Optional<UUID> parse(@Nullable String id) {
    return id == null ? Optional.empty() : Ids.parse(id);
  }

  record CreateWarehouseInput(String name) {}

  record RenameWarehouseInput(String id, String name) {}

  /** Of activating and deactivating. */
  record WarehouseIdInput(String id) {}
}
