package dev.lapak.orders.catalogue;

import dev.lapak.platform.money.Money;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Asks products. */
public interface Catalogue {

  /**
   * Those of these that are there; ends in {@link dev.lapak.orders.UnavailableException} where
   * there is no answer in time.
   */
  Mono<Map<UUID, Product>> products(Collection<UUID> ids);

  /** A product as it is now. */
  record Product(UUID id, String sku, String title, Money price, UUID sellerId, boolean archived) {}
}
