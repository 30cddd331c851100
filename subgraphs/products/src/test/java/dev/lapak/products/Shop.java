package dev.lapak.products;

import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** A seller who asks over HTTP. */
public final class Shop {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final String PAYLOAD =
      """
      { product { %s }
        errors { code message path current { id version title } } }
      """
          .formatted(
              "id sku title description price { amount currency } category { slug } tags"
                  + " seller { id } status version createdAt updatedAt");

  private final SubgraphTester subgraph;
  private final UUID id = UUID.randomUUID();
  private final String token;
  private final HttpGraphQlTester seller;

  private Shop(SubgraphTester subgraph, String currency) {
    this.subgraph = subgraph;
    this.token = TestIssuer.seller(UUID.randomUUID(), id, currency);
    this.seller = subgraph.with(token);
  }

  /** Opens shops. */
  public static final class Maker {

    private final SubgraphTester subgraph;

    Maker(SubgraphTester subgraph) {
      this.subgraph = subgraph;
    }

    public Shop open() {
      return open("GBP");
    }

    public Shop open(String currency) {
      return new Shop(subgraph, currency);
    }

    /** A new category's slug. */
    public String category() {
      String slug = "category-" + COUNT.incrementAndGet();
      subgraph
          .with(TestIssuer.admin(UUID.randomUUID()))
          .document(
              "mutation ($input: CreateCategoryInput!) { createCategory(input: $input) {"
                  + " category { id } } }")
          .variable("input", Map.of("slug", slug, "name", slug))
          .execute()
          .path("createCategory.category.id")
          .hasValue();
      return slug;
    }
  }

  public UUID id() {
    return id;
  }

  public static String newSku() {
    return "SKU-" + COUNT.incrementAndGet();
  }

  public static Map<String, Object> money(String amount) {
    return Map.of("amount", amount, "currency", "GBP");
  }

  public GraphQlTester.Response create(Map<String, ?> changes) {
    Map<String, Object> input =
        new HashMap<>(Map.of("sku", newSku(), "title", "A thing", "price", money("2.55")));
    input.putAll(changes);
    return mutate("createProduct", "CreateProductInput", input);
  }

  public GraphQlTester.Response update(UUID product, int version, Map<String, ?> changes) {
    Map<String, Object> input = new HashMap<>(Map.of("id", product, "expectedVersion", version));
    input.putAll(changes);
    return mutate("updateProduct", "UpdateProductInput", input);
  }

  public GraphQlTester.Response archive(UUID product, int version) {
    return mutate(
        "archiveProduct", "ArchiveProductInput", Map.of("id", product, "expectedVersion", version));
  }

  /** A new product's id. */
  public UUID product(Map<String, ?> input) {
    return create(input).path("createProduct.product.id").entity(UUID.class).get();
  }

  public UUID product() {
    return product(Map.of());
  }

  public SubgraphTester subgraph() {
    return subgraph;
  }

  public String token() {
    return token;
  }

  /** Asks as this seller. */
  public HttpGraphQlTester seller() {
    return seller;
  }

  private GraphQlTester.Response mutate(String mutation, String type, Map<String, ?> input) {
    return seller
        .document(
            "mutation ($input: %s!) { %s(input: $input) %s }".formatted(type, mutation, PAYLOAD))
        .variable("input", input)
        .execute();
  }
}
