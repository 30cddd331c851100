package dev.lapak.load.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.load.Trouble;
import dev.lapak.load.running.Door;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Multiplies the catalogue: a seller of the demo data imports one variant after another of each
 * product, and has stock of them.
 */
public final class Growth {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String OWN = "{ me { seller { id } } warehouses { id } }";

  private static final String PRODUCTS =
      """
      query ($after: String) {
        products(first: 100, after: $after) {
          nodes: edges {
            node { sku title description price { amount currency } category { slug } tags }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private static final String REQUEST =
      """
      mutation {
        requestProductImport(input: {format: JSON_LINES}) {
          productImport { id } upload { url } errors { code message }
        }
      }
      """;

  private static final String START =
      "mutation ($id: ID!) { startProductImport(input: {id: $id}) { errors { code message } } }";

  private static final String FIND =
      "query ($id: ID!) { productImport(id: $id) { status rejected } }";

  private static final String IDS =
      """
      query ($seller: ID!, $after: String) {
        products(first: 100, after: $after, filter: {sellerId: $seller}) {
          edges { node { id } } pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private final Door door;
  private final String token;
  private final String seller;
  private final String warehouse;
  private final StockSql stock;

  private Growth(Door door, String token, String seller, String warehouse, StockSql stock) {
    this.stock = stock;
    this.door = door;
    this.token = token;
    this.seller = seller;
    this.warehouse = warehouse;
  }

  /** As a seller of the demo data, who has a warehouse. */
  public static Growth of(Door door, String password, StockSql stock) {
    String token = DemoSeller.logIn(door, password);
    JsonNode own = door.ask(OWN, Map.of(), token);
    return new Growth(
        door,
        token,
        own.path("me").path("seller").path("id").asString(),
        own.path("warehouses").path(0).path("id").asString(),
        stock);
  }

  /**
   * @param variants how many of each product
   */
  public void grow(int variants) {
    List<JsonNode> products = products();
    for (int variant = 1; variant <= variants; variant++) {
      load(lines(products, variant));
    }
    stock.count(ids(), seller, warehouse);
  }

  private List<JsonNode> products() {
    List<JsonNode> products = new ArrayList<>();
    pages(PRODUCTS, new HashMap<>(), page -> page.path("nodes").forEach(products::add));
    return products;
  }

  private static byte[] lines(List<JsonNode> products, int variant) {
    return products.stream()
        .map(edge -> JSON.writeValueAsString(row(edge.path("node"), variant)))
        .collect(Collectors.joining("\n"))
        .getBytes(UTF_8);
  }

  private static Map<String, Object> row(JsonNode product, int variant) {
    Map<String, Object> row = new HashMap<>();
    row.put("sku", product.path("sku").asString() + "-" + variant);
    row.put("title", product.path("title").asString() + " " + variant);
    row.put("description", product.path("description").asString());
    row.put("price", product.path("price").path("amount").asString());
    row.put("currency", product.path("price").path("currency").asString());
    if (product.path("category").isObject()) {
      row.put("category", product.path("category").path("slug").asString());
    }
    row.put("tags", product.path("tags"));
    return row;
  }

  private void load(byte[] lines) {
    JsonNode requested = door.change("requestProductImport", REQUEST, Map.of(), token);
    door.put(requested.path("upload").path("url").asString(), lines);
    Map<String, String> id = Map.of("id", requested.path("productImport").path("id").asString());
    door.change("startProductImport", START, id, token);
    JsonNode now = door.ask(FIND, id, token).path("productImport");
    while (now.path("status").asString().equals("RUNNING")) {
      pause();
      now = door.ask(FIND, id, token).path("productImport");
    }
    if (!now.path("status").asString().equals("COMPLETED") || now.path("rejected").asInt() != 0) {
      throw new Trouble("The import of variants ended so: " + now);
    }
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    pages(
        IDS,
        new HashMap<>(Map.of("seller", seller)),
        page ->
            page.path("edges").forEach(edge -> ids.add(edge.path("node").path("id").asString())));
    return ids;
  }

  private void pages(String query, Map<String, Object> variables, Consumer<JsonNode> page) {
    boolean more = true;
    while (more) {
      JsonNode products = door.ask(query, variables, null).path("products");
      page.accept(products);
      more = products.path("pageInfo").path("hasNextPage").asBoolean();
      variables.put("after", products.path("pageInfo").path("endCursor").asString());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", e);
    }
  }
}
