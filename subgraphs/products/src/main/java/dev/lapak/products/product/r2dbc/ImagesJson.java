package dev.lapak.products.product.r2dbc;

import dev.lapak.products.product.ProductImage;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A product's images as its row has them. */
final class ImagesJson {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<ProductImage>> IMAGES = new TypeReference<>() {};
  private static final String NONE = "[]";

  private ImagesJson() {}

  static String write(List<ProductImage> images) {
    return JSON.writeValueAsString(images);
  }

  static List<ProductImage> read(String images) {
    // Most have none.
    return images.equals(NONE) ? List.of() : JSON.readValue(images, IMAGES);
  }
}
