package dev.lapak.products.product;

import java.util.List;

/** What became of somebody's wish to make or change a product. */
public sealed interface ProductChange {

  /** The product as it is now. */
  record Done(Product product) implements ProductChange {}

  /** Nothing has changed. */
  record Refused(List<ProductError> errors) implements ProductChange {

    public static ProductChange because(ProductError error) {
      return new Refused(List.of(error));
    }
  }
}
