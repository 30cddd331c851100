package dev.lapak.products.product.graphql;

import dev.lapak.products.product.Offer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/**
 * @param category left out, it stays; null, there is none any more
 */
record UpdateProductInput(
    UUID id,
    int expectedVersion,
    @Nullable String sku,
    @Nullable String title,
    @Nullable String description,
    Offer.@Nullable Price price,
    ArgumentValue<String> category,
    @Nullable List<String> tags) {

  /** What was left out stays. */
  Offer changed(Offer now) {
    return new Offer(
        Objects.requireNonNullElse(sku, now.sku()),
        Objects.requireNonNullElse(title, now.title()),
        Objects.requireNonNullElse(description, now.description()),
        Objects.requireNonNullElse(price, now.price()),
        category.isOmitted() ? now.categorySlug() : category.value(),
        Objects.requireNonNullElse(tags, now.tags()));
  }
}
