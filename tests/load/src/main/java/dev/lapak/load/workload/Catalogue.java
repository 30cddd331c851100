package dev.lapak.load.workload;

import dev.lapak.load.Trouble;
import dev.lapak.load.running.Door;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/**
 * All active products, the latest first, as a client can read them.
 *
 * @param products more than a page of them
 */
public record Catalogue(List<Product> products) {

  public static final int PAGE = 20;

  private static final String PRODUCTS =
      """
      query ($after: String) {
        products(first: 100, after: $after) {
          edges { cursor node { id seller { id } availability { total } } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  /**
   * @param cursor where the page after it begins
   * @param stock how many can be bought
   */
  public record Product(String id, String cursor, String seller, int stock) {}

  public Catalogue {
    products = List.copyOf(products);
    if (products.size() <= PAGE) {
      throw new Trouble(
          "There are only %d products: load the demo data with ./lapak up."
              .formatted(products.size()));
    }
  }

  public static Catalogue read(Door door) {
    List<Product> products = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>();
    boolean more = true;
    while (more) {
      JsonNode page = door.ask(PRODUCTS, variables, null).path("products");
      for (JsonNode edge : page.path("edges")) {
        JsonNode product = edge.path("node");
        products.add(
            new Product(
                product.path("id").asString(),
                edge.path("cursor").asString(),
                product.path("seller").path("id").asString(),
                product.path("availability").path("total").asInt()));
      }
      more = page.path("pageInfo").path("hasNextPage").asBoolean();
      variables.put("after", page.path("pageInfo").path("endCursor").asString());
    }
    return new Catalogue(products);
  }

  public int size() {
    return products.size();
  }

  public Product any() {
    return products.get(ThreadLocalRandom.current().nextInt(products.size()));
  }

  /** One that a full page follows. */
  public Product anyBeforeAPage() {
    return products.get(ThreadLocalRandom.current().nextInt(products.size() - PAGE));
  }

  /** As many products as a page has, from anywhere. */
  public List<Product> anyPage() {
    int begin = ThreadLocalRandom.current().nextInt(products.size() - PAGE);
    return products.subList(begin, begin + PAGE);
  }
}
