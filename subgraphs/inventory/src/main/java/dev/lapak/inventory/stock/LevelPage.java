package dev.lapak.inventory.stock;

import dev.lapak.platform.page.PageRequest;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Reads a page of levels of each of some warehouses, in one statement. */
@FunctionalInterface
public interface LevelPage {

  /** By the product's id; those of one warehouse one after another. */
  Flux<StockLevel> of(Collection<UUID> warehouses, PageRequest page);
}
