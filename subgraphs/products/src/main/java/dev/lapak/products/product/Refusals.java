package dev.lapak.products.product;

import static dev.lapak.products.product.ProductErrorCode.CATEGORY_NOT_FOUND;
import static dev.lapak.products.product.ProductErrorCode.PRODUCT_ARCHIVED;
import static dev.lapak.products.product.ProductErrorCode.PRODUCT_NOT_FOUND;
import static dev.lapak.products.product.ProductErrorCode.SKU_TAKEN;

/** Why a change is refused that is well-formed in itself. */
final class Refusals {

  static final ProductChange NOT_FOUND =
      ProductChange.Refused.because(
          ProductError.at("id", PRODUCT_NOT_FOUND, "You have no product with this id."));
  static final ProductChange ARCHIVED =
      ProductChange.Refused.because(
          ProductError.at("id", PRODUCT_ARCHIVED, "An archived product does not change."));
  static final ProductChange TAKEN =
      ProductChange.Refused.because(
          ProductError.at("sku", SKU_TAKEN, "Another product of yours has this SKU."));
  static final ProductChange NO_CATEGORY =
      ProductChange.Refused.because(
          ProductError.at("category", CATEGORY_NOT_FOUND, "No category has this slug."));

  private Refusals() {}

  static ProductChange conflict(Product now) {
    return ProductChange.Refused.because(ProductError.conflict(now));
  }
}
