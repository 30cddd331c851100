package dev.lapak.products.product;

import dev.lapak.platform.file.FileType;
import java.util.UUID;

/**
 * A picture of a product.
 *
 * @param alt what is to be seen on it, for those who don't see it
 * @param width of the picture as it came, upright
 * @param height of the picture as it came, upright
 */
public record ProductImage(UUID id, String alt, int width, int height, FileType type) {

  public ProductImage describedAs(String text) {
    return new ProductImage(id, text, width, height, type);
  }
}
