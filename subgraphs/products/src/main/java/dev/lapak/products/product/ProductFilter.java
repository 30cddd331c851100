package dev.lapak.products.product;

import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.text.Plain;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to; all parts must hold.
 *
 * @param category a slug
 */
public record ProductFilter(
    @Nullable String category,
    @Nullable List<String> tagsAny,
    @Nullable List<String> tagsAll,
    @Nullable PriceRange price,
    @Nullable UUID sellerId) {

  /** Of everything. */
  public static final ProductFilter NONE = new ProductFilter(null, null, null, null, null);

  private static final int MAX_TAGS = 20;

  /** Prices in one currency, both ends included. */
  public record PriceRange(Currency currency, @Nullable BigDecimal min, @Nullable BigDecimal max) {}

  public ProductFilter {
    tagsAny = normal("tagsAny", tagsAny);
    tagsAll = normal("tagsAll", tagsAll);
  }

  private static @Nullable List<String> normal(String name, @Nullable List<String> tags) {
    if (tags == null) {
      return null;
    }
    if (tags.size() > MAX_TAGS) {
      throw RequestException.badUserInput(name + " has more than " + MAX_TAGS + " tags.");
    }
    return tags.stream().map(tag -> Plain.line(tag).toLowerCase(Locale.ROOT)).toList();
  }
}
