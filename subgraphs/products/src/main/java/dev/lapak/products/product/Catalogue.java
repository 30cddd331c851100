package dev.lapak.products.product;

import static dev.lapak.products.product.Refusals.ARCHIVED;
import static dev.lapak.products.product.Refusals.NOT_FOUND;
import static dev.lapak.products.product.Refusals.NO_CATEGORY;
import static dev.lapak.products.product.Refusals.TAKEN;
import static dev.lapak.products.product.Refusals.conflict;

import dev.lapak.products.category.Categories;
import dev.lapak.products.category.Category;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets sellers put products on sale, change them and take them off. */
@Component
public final class Catalogue {

  private final Products products;
  private final Categories categories;

  Catalogue(Products products, Categories categories) {
    this.products = products;
    this.categories = categories;
  }

  /**
   * @param currency the seller's
   */
  public Mono<ProductChange> create(UUID seller, Currency currency, Offer offer) {
    return checked(
        offer,
        currency,
        details ->
            products
                .add(seller, details)
                .<ProductChange>map(ProductChange.Done::new)
                .defaultIfEmpty(TAKEN));
  }

  /**
   * @param change makes the new offer from the old one
   */
  public Mono<ProductChange> update(
      UUID seller, Currency currency, UUID id, int expectedVersion, UnaryOperator<Offer> change) {
    return products
        .own(id, seller)
        .flatMap(
            now ->
                now.isArchived()
                    ? Mono.just(ARCHIVED)
                    : now.version() != expectedVersion
                        ? Mono.just(conflict(now))
                        : checked(
                            change.apply(Offer.of(now.details())),
                            currency,
                            details -> change(seller, now, details)))
        .defaultIfEmpty(NOT_FOUND);
  }

  /** Archiving what is archived changes nothing, whatever version was expected. */
  public Mono<ProductChange> archive(UUID seller, UUID id, int expectedVersion) {
    return products
        .archive(id, seller, expectedVersion)
        .<ProductChange>map(ProductChange.Done::new)
        .switchIfEmpty(
            products
                .own(id, seller)
                .map(now -> now.isArchived() ? new ProductChange.Done(now) : conflict(now)))
        .defaultIfEmpty(NOT_FOUND);
  }

  private Mono<ProductChange> change(UUID seller, Product now, ProductDetails details) {
    if (details.equals(now.details())) {
      return Mono.just(new ProductChange.Done(now));
    }
    return products
        .change(now.id(), seller, now.version(), details)
        .<ProductChange>map(ProductChange.Done::new)
        .switchIfEmpty(Mono.defer(() -> overtaken(seller, now.id())))
        .onErrorReturn(Products.SkuTaken.class, TAKEN);
  }

  /** Somebody was faster. */
  private Mono<ProductChange> overtaken(UUID seller, UUID id) {
    return products.own(id, seller).map(now -> now.isArchived() ? ARCHIVED : conflict(now));
  }

  private Mono<ProductChange> checked(
      Offer offer, Currency currency, Function<ProductDetails, Mono<ProductChange>> next) {
    List<ProductError> errors = OfferRules.errors(offer, currency);
    if (!errors.isEmpty()) {
      return Mono.just(new ProductChange.Refused(errors));
    }
    return category(offer)
        .flatMap(category -> next.apply(offer.details(category.orElse(null))))
        .defaultIfEmpty(NO_CATEGORY)
        .onErrorReturn(Products.CategoryGone.class, NO_CATEGORY);
  }

  /** Empty where there is none of this slug. */
  private Mono<Optional<Category>> category(Offer offer) {
    return offer.categorySlug() == null
        ? Mono.just(Optional.empty())
        : categories.bySlug(offer.categorySlug()).map(Optional::of);
  }
}
