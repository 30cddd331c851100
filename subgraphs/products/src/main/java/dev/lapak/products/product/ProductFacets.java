package dev.lapak.products.product;

import dev.lapak.platform.money.Money;
import dev.lapak.products.category.Category;
import java.util.List;

/**
 * How many products a list has of each kind.
 *
 * @param complete whether all were counted
 */
public record ProductFacets(
    boolean complete,
    List<CategoryCount> categories,
    List<TagCount> tags,
    List<PriceCount> prices) {

  /** Where nothing is asked. */
  public static final ProductFacets NONE = new ProductFacets(true, List.of(), List.of(), List.of());

  public ProductFacets {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    prices = List.copyOf(prices);
  }

  /** Products in a category. */
  public record CategoryCount(Category category, int count) {}

  /** Products with a tag. */
  public record TagCount(String tag, int count) {}

  /** Products at these prices, both included. */
  public record PriceCount(Money min, Money max, int count) {}
}
