package dev.lapak.inventory.lowstock;

import dev.lapak.inventory.Ids;
import dev.lapak.inventory.owner.OwnersUnavailableException;
import dev.lapak.inventory.owner.ProductOwners;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells sellers what is running out. */
@Service
public class Thresholds {

  private final ProductOwners owners;
  private final ThresholdStore store;

  Thresholds(ProductOwners owners, ThresholdStore store) {
    this.owners = owners;
    this.store = store;
  }

  /** Sets a product's, or none; answers the product. */
  public Mono<Outcome<UUID, InputError<ThresholdErrorCode>>> set(
      UUID seller, String productId, @Nullable Integer threshold) {
    if (threshold != null && (threshold < 0 || threshold > LowStock.MAX_THRESHOLD)) {
      return Mono.just(Outcome.refused(outOfRange()));
    }
    return Ids.parse(productId)
        .map(product -> set(seller, product, threshold))
        .orElseGet(() -> Mono.just(Outcome.refused(notFound())));
  }

  private Mono<Outcome<UUID, InputError<ThresholdErrorCode>>> set(
      UUID seller, UUID product, @Nullable Integer threshold) {
    return owners
        .ownedBy(seller, List.of(product))
        .flatMap(own -> store.set(seller, product, threshold))
        .map(
            isOwn ->
                isOwn
                    ? Outcome.<UUID, InputError<ThresholdErrorCode>>done(product)
                    : Outcome.<UUID, InputError<ThresholdErrorCode>>refused(notFound()))
        .onErrorResume(
            OwnersUnavailableException.class,
            unavailable -> Mono.just(Outcome.refused(tryAgain())));
  }

  /**
   * By product, without those that have none.
   *
   * @param seller whose products alone, or null for anybody's
   */
  public Mono<Map<UUID, Integer>> of(Collection<UUID> products, @Nullable UUID seller) {
    return store.of(products, seller);
  }

  /** A seller's products that are running out, by id. */
  public Flux<LowStock> low(UUID seller, PageRequest page) {
    return store.low(seller, page);
  }

  private static InputError<ThresholdErrorCode> notFound() {
    return InputError.of(
        ThresholdErrorCode.PRODUCT_NOT_FOUND, "You have no such product.", "productId");
  }

  private static InputError<ThresholdErrorCode> outOfRange() {
    return InputError.of(
        ThresholdErrorCode.THRESHOLD_OUT_OF_RANGE,
        "A threshold is 0 to %,d.".formatted(LowStock.MAX_THRESHOLD),
        "threshold");
  }

  private static InputError<ThresholdErrorCode> tryAgain() {
    return InputError.of(
        ThresholdErrorCode.TRY_AGAIN,
        "Whether the product is yours could not be found out now. Nothing was changed: try again.",
        "productId");
  }
}
