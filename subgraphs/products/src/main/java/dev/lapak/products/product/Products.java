package dev.lapak.products.product;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Products as they are kept. */
public interface Products {

  Flux<Product> byId(Collection<UUID> ids);

  Mono<Product> bySku(UUID seller, String sku);

  /** The seller's own product; empty where it is another's. */
  Mono<Product> own(UUID id, UUID seller);

  /** Who owns which. */
  Flux<ProductOwner> owners(Collection<UUID> ids);

  /**
   * Empty where the seller has another product of this SKU.
   *
   * @throws CategoryGone where its category was just removed
   */
  Mono<Product> add(UUID seller, ProductDetails details);

  /**
   * Changes the seller's own active product, if it still has this version; empty where it has not.
   *
   * @throws SkuTaken where the seller has another product of this SKU
   * @throws CategoryGone where its category was just removed
   */
  Mono<Product> change(UUID id, UUID seller, int expectedVersion, ProductDetails details);

  /**
   * Changes the images of the seller's own active product, if it still has this version; empty
   * where it has not.
   */
  Mono<Product> changeImages(UUID id, UUID seller, int expectedVersion, List<ProductImage> images);

  /** Takes the seller's own active product off sale, if it still has this version. */
  Mono<Product> archive(UUID id, UUID seller, int expectedVersion);

  /** The seller has another product of this SKU. */
  final class SkuTaken extends RuntimeException {
    public SkuTaken(Throwable cause) {
      super(cause);
    }
  }

  /** The category was there a moment ago. */
  final class CategoryGone extends RuntimeException {
    public CategoryGone(Throwable cause) {
      super(cause);
    }
  }
}
