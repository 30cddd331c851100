package dev.lapak.products.product.graphql;

import dev.lapak.products.product.Offer;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CreateProductInput(
    String sku,
    String title,
    String description,
    Offer.Price price,
    @Nullable String category,
    List<String> tags) {

  Offer offer() {
    return new Offer(sku, title, description, price, category, tags);
  }
}
