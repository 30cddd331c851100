package dev.lapak.inventory.stock;

import static dev.lapak.inventory.stock.StockLevel.MAX_ON_HAND;

import dev.lapak.inventory.IdempotencyKey;
import dev.lapak.inventory.Ids;
import dev.lapak.inventory.ShortText;
import dev.lapak.inventory.owner.OwnersUnavailableException;
import dev.lapak.inventory.owner.ProductOwners;
import dev.lapak.platform.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What a seller can do with the own stock. */
@Service
public class Stock {

  private final ProductOwners owners;
  private final StockStore store;

  Stock(ProductOwners owners, StockStore store) {
    this.owners = owners;
    this.store = store;
  }

  /** Writes what was counted. */
  public Mono<Outcome<StockLevel, StockError>> set(
      UUID seller, UUID user, StockPlace place, int onHand, int expectedOnHand, String key) {
    List<StockError> errors = new ArrayList<>();
    if (onHand < 0 || onHand > MAX_ON_HAND) {
      errors.add(StockError.outOfRange("onHand", "On hand are 0 to %,d.".formatted(MAX_ON_HAND)));
    }
    return apply(
        seller,
        user,
        place,
        key,
        errors,
        (product, warehouse) ->
            new StockChange.Count(product, warehouse, onHand, expectedOnHand, key));
  }

  /** Adds or takes away. */
  public Mono<Outcome<StockLevel, StockError>> adjust(
      UUID seller, UUID user, StockPlace place, int delta, String rawReason, String key) {
    List<StockError> errors = new ArrayList<>();
    if (delta == 0 || delta < -MAX_ON_HAND || delta > MAX_ON_HAND) {
      errors.add(
          StockError.outOfRange(
              "delta", "1 to %,d more, or less with a minus.".formatted(MAX_ON_HAND)));
    }
    Optional<String> reason = ShortText.of(rawReason, StockChange.MAX_REASON);
    if (reason.isEmpty()) {
      errors.add(StockError.reasonLength());
    }
    return apply(
        seller,
        user,
        place,
        key,
        errors,
        (product, warehouse) ->
            new StockChange.Adjustment(product, warehouse, delta, reason.orElseThrow(), key));
  }

  private Mono<Outcome<StockLevel, StockError>> apply(
      UUID seller,
      UUID user,
      StockPlace place,
      String key,
      List<StockError> errors,
      ChangeOf change) {
    if (!IdempotencyKey.isValid(key)) {
      errors.add(StockError.keyInvalid());
    }
    Optional<UUID> product = Ids.parse(place.productId());
    if (product.isEmpty()) {
      errors.add(StockError.productNotFound());
    }
    Optional<UUID> warehouse = Ids.parse(place.warehouseId());
    if (warehouse.isEmpty()) {
      errors.add(StockError.warehouseNotFound());
    }
    if (!errors.isEmpty()) {
      return Mono.just(Outcome.refused(errors));
    }
    return applyToOwn(seller, user, change.at(product.orElseThrow(), warehouse.orElseThrow()));
  }

  private Mono<Outcome<StockLevel, StockError>> applyToOwn(
      UUID seller, UUID user, StockChange change) {
    return owners
        .ownedBy(seller, List.of(change.productId()))
        .flatMap(
            own ->
                own.isEmpty()
                    ? Mono.just(
                        Outcome.<StockLevel, StockError>refused(StockError.productNotFound()))
                    : store.apply(seller, user, change))
        .onErrorResume(
            OwnersUnavailableException.class,
            unavailable -> Mono.just(Outcome.refused(StockError.tryAgain())));
  }

  @FunctionalInterface
  private interface ChangeOf {
    StockChange at(UUID product, UUID warehouse);
  }
}
