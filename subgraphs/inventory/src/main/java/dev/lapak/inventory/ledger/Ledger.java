package dev.lapak.inventory.ledger;

import dev.lapak.platform.page.PageRequest;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Reads the ledger of a product; nothing of a product that is not the seller's. */
public interface Ledger {

  /**
   * The latest first.
   *
   * @param warehouse in which alone, or null for all
   * @param seller whose product it must be, or null for anybody's
   */
  Flux<StockMovement> movements(
      UUID product, @Nullable UUID warehouse, @Nullable UUID seller, PageRequest page);

  /**
   * By the warehouse's name, without those that had never had any by then.
   *
   * @param seller whose product it must be, or null for anybody's
   */
  Flux<StockAt> at(UUID product, OffsetDateTime time, @Nullable UUID seller);
}
