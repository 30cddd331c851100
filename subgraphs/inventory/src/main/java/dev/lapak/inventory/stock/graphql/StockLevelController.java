package dev.lapak.inventory.stock.graphql;

import dev.lapak.inventory.stock.LevelPage;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.inventory.warehouse.Warehouse;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists warehouses' levels: however many warehouses are asked for theirs, one statement. */
@Controller
class StockLevelController {

  private static final String LIST = "stockLevels";

  private final LevelPage levels;

  StockLevelController(LevelPage levels, BatchLoaderRegistry loaders) {
    this.levels = levels;
    loaders
        .<Wish, Connection<StockLevel>>forName(LIST)
        .registerMappedBatchLoader((wishes, environment) -> load(wishes));
  }

  @SchemaMapping
  CompletableFuture<Connection<StockLevel>> stockLevels(
      Warehouse warehouse,
      @Argument int first,
      @Argument @Nullable String after,
      DataLoader<Wish, Connection<StockLevel>> stockLevels) {
    return stockLevels.load(new Wish(warehouse.id(), PageRequest.of(first, after, LIST)));
  }

  private Mono<Map<Wish, Connection<StockLevel>>> load(Set<Wish> wishes) {
    Map<PageRequest, List<Wish>> byPage =
        wishes.stream().collect(Collectors.groupingBy(Wish::page));
    return Flux.fromIterable(byPage.entrySet())
        .concatMap(
            group ->
                levels
                    .of(group.getValue().stream().map(Wish::warehouse).toList(), group.getKey())
                    .collect(Collectors.groupingBy(level -> level.warehouse().id()))
                    .map(found -> connections(group.getValue(), found)))
        .reduce(
            new HashMap<>(),
            (all, some) -> {
              all.putAll(some);
              return all;
            });
  }

  private static Map<Wish, Connection<StockLevel>> connections(
      List<Wish> wishes, Map<UUID, List<StockLevel>> found) {
    return wishes.stream()
        .collect(
            Collectors.toMap(
                wish -> wish,
                wish ->
                    Connection.of(
                        found.getOrDefault(wish.warehouse(), List.of()),
                        wish.page(),
                        level -> Cursor.of(LIST, level.productId()),
                        Mono.empty())));
  }

  /** Which page of which warehouse. */
  record Wish(UUID warehouse, PageRequest page) {}
}
