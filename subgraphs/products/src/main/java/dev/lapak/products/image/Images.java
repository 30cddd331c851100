package dev.lapak.products.image;

import dev.lapak.platform.image.Rendered;
import dev.lapak.products.product.ProductImage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Images as they are kept. */
public interface Images {

  /** What became of a picture that was sent. */
  enum Saved {
    /** It is stored, now or before. */
    YES,
    /** Another one is. */
    OTHER,
    /** There is no such upload. */
    NO_UPLOAD
  }

  /** Begins an upload; empty where the seller has too many images that no product has. */
  Mono<UUID> begin(UUID seller, OffsetDateTime until, int maxUnused);

  /** Whose upload it is; empty where there is none. */
  Mono<UUID> seller(UUID id);

  /**
   * @param sha256 of the file that came
   */
  Mono<Saved> save(UUID id, byte[] sha256, Rendered image);

  /** Makes the seller's unused image that product's; empty where there is none. */
  Mono<ProductImage> take(UUID id, UUID seller, UUID product);

  /** Deletes an image of that product with its bytes. */
  Mono<Void> delete(UUID id, UUID product);

  /** Deletes images that no product has, that long after they could be sent. */
  Mono<Long> deleteUnused(Duration since);
}
