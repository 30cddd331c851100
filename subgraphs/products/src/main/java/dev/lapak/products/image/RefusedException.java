package dev.lapak.products.image;

import dev.lapak.products.product.ProductError;
import dev.lapak.products.product.ProductErrorCode;

/** Takes a change of images back, and says why. */
final class RefusedException extends RuntimeException {

  private final transient ProductError error;

  RefusedException(ProductError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  RefusedException(String field, ProductErrorCode code, String message) {
    this(ProductError.at(field, code, message));
  }

  ProductError error() {
    return error;
  }
}
