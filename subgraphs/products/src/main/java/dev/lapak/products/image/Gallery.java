package dev.lapak.products.image;

import static dev.lapak.products.product.ProductErrorCode.IMAGE_NOT_FOUND;
import static dev.lapak.products.product.ProductErrorCode.PRODUCT_ARCHIVED;
import static dev.lapak.products.product.ProductErrorCode.PRODUCT_NOT_FOUND;
import static dev.lapak.products.product.ProductErrorCode.TOO_MANY_IMAGES;
import static dev.lapak.products.product.ProductErrorCode.UPLOAD_NOT_FOUND;

import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductChange;
import dev.lapak.products.product.ProductError;
import dev.lapak.products.product.ProductImage;
import dev.lapak.products.product.Products;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets sellers show their products. */
@Component
public final class Gallery {

  private static final int MAX_IMAGES = 10;

  private final Products products;
  private final Images images;
  private final TransactionalOperator transaction;

  Gallery(Products products, Images images, TransactionalOperator transaction) {
    this.products = products;
    this.images = images;
    this.transaction = transaction;
  }

  /** Adds an image behind the others. Adding what is there changes nothing. */
  public Mono<ProductChange> add(
      UUID seller, UUID product, int expectedVersion, UUID upload, String alt) {
    Mono<ProductChange> there =
        products.own(product, seller).filter(now -> has(now, upload)).map(ProductChange.Done::new);
    return there
        .switchIfEmpty(
            Mono.defer(
                () -> change(seller, product, expectedVersion, now -> added(now, upload, alt))))
        .flatMap(
            change ->
                change instanceof ProductChange.Refused
                    // The very same may have been done meanwhile.
                    ? there.defaultIfEmpty(change)
                    : Mono.just(change));
  }

  private Mono<List<ProductImage>> added(Product now, UUID upload, String alt) {
    String described = Arrangement.alt(alt, "alt");
    if (now.images().size() >= MAX_IMAGES) {
      throw new RefusedException("productId", TOO_MANY_IMAGES, "A product has at most 10 images.");
    }
    return images
        .take(upload, now.seller().id(), now.id())
        .switchIfEmpty(
            Mono.error(
                () ->
                    new RefusedException(
                        "uploadId", UPLOAD_NOT_FOUND, "You have no such finished upload.")))
        .map(image -> image.describedAs(described))
        .map(image -> Stream.concat(now.images().stream(), Stream.of(image)).toList());
  }

  /** Takes an image away, and its bytes with it. */
  public Mono<ProductChange> remove(UUID seller, UUID product, int expectedVersion, UUID image) {
    return change(seller, product, expectedVersion, now -> removed(now, image));
  }

  private Mono<List<ProductImage>> removed(Product now, UUID image) {
    if (!has(now, image)) {
      throw new RefusedException("imageId", IMAGE_NOT_FOUND, "The product has no such image.");
    }
    return images
        .delete(image, now.id())
        .thenReturn(now.images().stream().filter(one -> !one.id().equals(image)).toList());
  }

  /** Puts the images in another order, or says something else of them. */
  public Mono<ProductChange> arrange(
      UUID seller, UUID product, int expectedVersion, Arrangement arrangement) {
    return change(seller, product, expectedVersion, now -> Mono.just(arrangement.of(now.images())));
  }

  private static boolean has(Product product, UUID image) {
    return product.images().stream().anyMatch(one -> one.id().equals(image));
  }

  /** All of it or nothing: another change may come between. */
  private Mono<ProductChange> change(
      UUID seller,
      UUID product,
      int expectedVersion,
      Function<Product, Mono<List<ProductImage>>> change) {
    return products
        .own(product, seller)
        .switchIfEmpty(
            Mono.error(
                () ->
                    new RefusedException(
                        "productId", PRODUCT_NOT_FOUND, "You have no product with this id.")))
        .doOnNext(now -> requireUnchanged(now, expectedVersion))
        .flatMap(now -> change.apply(now).flatMap(changed -> save(now, changed)))
        .as(transaction::transactional)
        .onErrorResume(Overtaken.class, overtaken -> overtaken(seller, product, expectedVersion))
        .<ProductChange>map(ProductChange.Done::new)
        .onErrorResume(
            RefusedException.class,
            refusal -> Mono.just(ProductChange.Refused.because(refusal.error())));
  }

  private Mono<Product> save(Product now, List<ProductImage> changed) {
    return changed.equals(now.images())
        ? Mono.just(now)
        : products
            .changeImages(now.id(), now.seller().id(), now.version(), changed)
            .switchIfEmpty(Mono.error(Overtaken::new));
  }

  private Mono<Product> overtaken(UUID seller, UUID product, int expectedVersion) {
    return products.own(product, seller).doOnNext(now -> requireUnchanged(now, expectedVersion));
  }

  private static void requireUnchanged(Product now, int expectedVersion) {
    if (now.isArchived()) {
      throw new RefusedException(
          "productId", PRODUCT_ARCHIVED, "An archived product does not change.");
    }
    if (now.version() != expectedVersion) {
      throw new RefusedException(ProductError.conflict(now));
    }
  }

  /** Somebody was faster: takes back what was done to the image. */
  private static final class Overtaken extends RuntimeException {

    Overtaken() {
      super("the product has changed", null, false, false);
    }
  }
}
