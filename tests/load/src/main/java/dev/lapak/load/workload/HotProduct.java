package dev.lapak.load.workload;

import dev.lapak.load.running.Door;
import java.util.Map;
import java.util.UUID;

/** A product that everybody wants, with more stock than a bench can sell. */
public final class HotProduct {

  private static final int STOCK = 1_000_000;

  private static final String WAREHOUSES = "{ warehouses { id } }";

  private static final String CREATE =
      """
      mutation ($sku: String!) {
        createProduct(input: {sku: $sku, title: "Hot", price: {amount: "2.50", currency: "GBP"}}) {
          product { id } errors { code message }
        }
      }
      """;

  private static final String STOCK_IT =
      """
      mutation ($product: ID!, $warehouse: ID!, $onHand: Int!, $key: String!) {
        setStock(input: {productId: $product, warehouseId: $warehouse, onHand: $onHand,
          expectedOnHand: 0, idempotencyKey: $key}) { errors { code message } }
      }
      """;

  private HotProduct() {}

  /**
   * @param token of a seller of the demo data
   * @return its id
   */
  public static String create(Door door, String token) {
    String key = UUID.randomUUID().toString();
    String warehouse =
        door.ask(WAREHOUSES, Map.of(), token).path("warehouses").path(0).path("id").asString();
    String product =
        door.change("createProduct", CREATE, Map.of("sku", "hot " + key), token)
            .path("product")
            .path("id")
            .asString();
    Map<String, Object> stock =
        Map.of("product", product, "warehouse", warehouse, "onHand", STOCK, "key", key);
    door.change("setStock", STOCK_IT, stock, token);
    return product;
  }
}
