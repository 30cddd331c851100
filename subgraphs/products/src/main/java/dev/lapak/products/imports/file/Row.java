package dev.lapak.products.imports.file;

import dev.lapak.products.imports.RowError;
import dev.lapak.products.product.Offer;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a file of products, read or not. */
public sealed interface Row {

  /** It can't be made sense of. */
  record Bad(RowError error) implements Row {}

  /**
   * What it says of a product; null where it says nothing.
   *
   * @param currency the seller's where the row names none
   */
  record Said(
      int line,
      String sku,
      @Nullable String title,
      @Nullable String description,
      @Nullable BigDecimal price,
      Currency currency,
      @Nullable CategoryName category,
      @Nullable List<String> tags)
      implements Row {

    /** What the product is after this; what was not said stays. */
    public Offer over(Offer now) {
      return new Offer(
          sku,
          Objects.requireNonNullElse(title, now.title()),
          Objects.requireNonNullElse(description, now.description()),
          price == null ? now.price() : new Offer.Price(price, currency),
          category == null ? now.categorySlug() : category.slug(),
          Objects.requireNonNullElse(tags, now.tags()));
    }
  }

  /**
   * @param slug null where the product is to be in none
   */
  record CategoryName(@Nullable String slug) {}
}
