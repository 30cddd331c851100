package dev.lapak.products.product.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.products.category.Category;
import dev.lapak.products.product.ProductFacets.CategoryCount;
import dev.lapak.products.product.ProductFacets.PriceCount;
import dev.lapak.products.product.ProductFacets.TagCount;
import io.r2dbc.spi.Readable;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many there are of one thing; which columns say of what depends on the kind.
 *
 * @param word a category's slug, or a tag
 * @param bucket a range of prices
 */
record FacetRow(
    int kind,
    @Nullable UUID categoryId,
    @Nullable String name,
    @Nullable String word,
    @Nullable String currency,
    @Nullable Integer bucket,
    int count) {

  static FacetRow of(Readable row) {
    return new FacetRow(
        requireNonNull(row.get(0, Integer.class)),
        row.get(1, UUID.class),
        row.get(2, String.class),
        row.get(3, String.class),
        row.get(4, String.class),
        row.get(5, Integer.class),
        requireNonNull(row.get(6, Integer.class)));
  }

  CategoryCount category() {
    return new CategoryCount(
        new Category(requireNonNull(categoryId), requireNonNull(word), requireNonNull(name)),
        count);
  }

  TagCount tag() {
    return new TagCount(requireNonNull(word), count);
  }

  PriceCount price() {
    return PriceRanges.count(
        requireNonNull(bucket), Currency.getInstance(requireNonNull(currency)), count);
  }
}
