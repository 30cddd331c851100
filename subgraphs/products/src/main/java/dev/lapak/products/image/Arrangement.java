package dev.lapak.products.image;

import static dev.lapak.products.product.ProductErrorCode.ALT_LENGTH;
import static dev.lapak.products.product.ProductErrorCode.IMAGES_DIFFER;

import dev.lapak.platform.text.Length;
import dev.lapak.platform.text.Plain;
import dev.lapak.products.product.ProductError;
import dev.lapak.products.product.ProductImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order a product's images are to be, each once. */
public record Arrangement(List<Place> places) {

  private static final int MAX_ALT = 300;

  public Arrangement {
    places = List.copyOf(places);
  }

  /**
   * @param alt null to leave it as it is
   */
  public record Place(UUID id, @Nullable String alt) {}

  List<ProductImage> of(List<ProductImage> images) {
    Map<UUID, ProductImage> left =
        images.stream().collect(Collectors.toMap(ProductImage::id, Function.identity()));
    List<ProductImage> arranged = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      ProductImage image = left.remove(place.id());
      if (image == null) {
        throw differ();
      }
      arranged.add(
          place.alt() == null
              ? image
              : image.describedAs(alt(place.alt(), "images", String.valueOf(i), "alt")));
    }
    if (!left.isEmpty()) {
      throw differ();
    }
    return arranged;
  }

  /**
   * @param path where in the input
   */
  static String alt(String text, String... path) {
    String alt = Plain.line(text);
    if (!Length.isWithin(alt, 0, MAX_ALT)) {
      throw new RefusedException(
          new ProductError(
              ALT_LENGTH, "An alt text has at most 300 characters.", List.of(path), null));
    }
    return alt;
  }

  private static RefusedException differ() {
    return new RefusedException(
        "images", IMAGES_DIFFER, "These are not the product's images, each once.");
  }
}
