package dev.lapak.products.product;

import dev.lapak.platform.money.Money;
import dev.lapak.products.category.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a seller says of a product, checked. */
public record ProductDetails(
    String sku,
    String title,
    String description,
    Money price,
    @Nullable Category category,
    List<String> tags) {

  public ProductDetails {
    tags = List.copyOf(tags);
  }
}
