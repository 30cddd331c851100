package dev.lapak.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A line of the demo catalogue: a product, who sells it, how many there are. */
public record Listing(
    String sku,
    String title,
    String price,
    String category,
    String tags,
    String seller,
    int stock) {

  /** All of them. */
  public static List<Listing> read() {
    return Csv.read("catalogue.csv", Listing.class);
  }

  /** As an import takes it. */
  Map<String, Object> row() {
    return Map.of(
        "sku", sku,
        "title", title,
        "price", price,
        "category", category,
        "tags", tags.isEmpty() ? List.of() : Arrays.asList(tags.split("\\|")));
  }
}
