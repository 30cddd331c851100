package dev.lapak.products.product.graphql;

import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductChange;
import dev.lapak.products.product.ProductError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of each mutation of a product. */
record ProductPayload(@Nullable Product product, List<ProductError> errors) {

  static ProductPayload of(ProductChange change) {
    return switch (change) {
      case ProductChange.Done(Product product) -> new ProductPayload(product, List.of());
      case ProductChange.Refused(List<ProductError> errors) -> new ProductPayload(null, errors);
    };
  }
}
