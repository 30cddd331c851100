package dev.lapak.products.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected failure to make or change a product.
 *
 * @param message for people, in English
 * @param path where in the input
 * @param current the product as it is now, where somebody changed it meanwhile
 */
public record ProductError(
    ProductErrorCode code, String message, List<String> path, @Nullable Product current) {

  public static ProductError at(String field, ProductErrorCode code, String message) {
    return new ProductError(code, message, List.of(field), null);
  }

  public static ProductError conflict(Product current) {
    return new ProductError(
        ProductErrorCode.VERSION_CONFLICT,
        "Somebody changed it meanwhile.",
        List.of("expectedVersion"),
        current);
  }
}
