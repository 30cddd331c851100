package dev.lapak.inventory.availability;

import dev.lapak.inventory.owner.OwnersUnavailableException;
import dev.lapak.inventory.owner.ProductOwners;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.viewer.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says what can be bought, and to whom it may be said where it is. */
@Service
public class Availabilities {

  private final AvailabilityReader reader;
  private final ProductOwners owners;

  Availabilities(AvailabilityReader reader, ProductOwners owners) {
    this.reader = reader;
    this.owners = owners;
  }

  /** By product; 0 for those of which there was never any. */
  public Mono<Map<UUID, Availability>> of(Collection<UUID> products) {
    return reader
        .of(products)
        .collectMap(Availability::productId)
        .map(
            found -> {
              products.forEach(product -> found.putIfAbsent(product, new Availability(product, 0)));
              return found;
            });
  }

  /** The levels by product, without the products whose levels are not this viewer's to see. */
  public Mono<Map<UUID, List<StockLevel>>> byWarehouse(Collection<UUID> products, Viewer viewer) {
    if (viewer.isAdmin()) {
      return reader.byWarehouse(products, null).map(levels -> withEmpty(levels, products));
    }
    UUID seller = viewer.sellerId();
    return seller == null
        ? Mono.just(Map.of())
        : owners
            .ownedBy(seller, products)
            .onErrorMap(OwnersUnavailableException.class, Availabilities::unavailable)
            .flatMap(own -> ownByWarehouse(own, seller));
  }

  private Mono<Map<UUID, List<StockLevel>>> ownByWarehouse(Set<UUID> own, UUID seller) {
    return own.isEmpty()
        ? Mono.just(Map.of())
        : reader.byWarehouse(own, seller).map(levels -> withEmpty(levels, own));
  }

  private static Map<UUID, List<StockLevel>> withEmpty(
      Map<UUID, List<StockLevel>> levels, Collection<UUID> products) {
    Map<UUID, List<StockLevel>> all = new HashMap<>(levels);
    products.forEach(product -> all.putIfAbsent(product, List.of()));
    return all;
  }

  private static RequestException unavailable(OwnersUnavailableException cause) {
    return new RequestException(
        RequestErrorCode.TRY_AGAIN, "Who owns the products can't be said now: try again.");
  }
}
