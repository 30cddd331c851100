package dev.lapak.inventory.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** A seller with goods, who asks through the subgraph's port. */
public final class TestShop {

  private static final String LEVEL = "{ warehouse { id name active } onHand reserved free }";

  private static final String TRANSFER =
      """
      { id status source { id name active } destination { id } startedAt endedAt missingReason
        lines { product { id } quantity received missing } }
      """;

  private final UUID seller;
  private final TestProducts products;
  private final HttpGraphQlTester graph;

  TestShop(UUID seller, TestProducts products, HttpGraphQlTester graph) {
    this.seller = seller;
    this.products = products;
    this.graph = graph;
  }

  /** As this seller. */
  public HttpGraphQlTester graph() {
    return graph;
  }

  /** A new product, without stock. */
  public UUID product() {
    return products.product(seller);
  }

  /** A new product, with so many in a new warehouse. */
  public UUID product(int onHand) {
    UUID product = product();
    stock(product, warehouse(), onHand);
    return product;
  }

  /** A new active warehouse. */
  public UUID warehouse() {
    return warehouse("W " + UUID.randomUUID());
  }

  public UUID warehouse(String name) {
    return createWarehouse(name).path("createWarehouse.warehouse.id").entity(UUID.class).get();
  }

  public Response createWarehouse(String name) {
    return mutate("createWarehouse", Map.of("name", name), "warehouse { id name active }");
  }

  public Response renameWarehouse(Object id, String name) {
    return mutate(
        "renameWarehouse", Map.of("id", id, "name", name), "warehouse { id name active }");
  }

  public Response activate(Object id) {
    return mutate("activateWarehouse", Map.of("id", id), "warehouse { id name active }");
  }

  public Response deactivate(Object id) {
    return mutate("deactivateWarehouse", Map.of("id", id), "warehouse { id name active }");
  }

  /** The first stock of a product in a warehouse. */
  public void stock(UUID product, UUID warehouse, int onHand) {
    set(product, warehouse, onHand, 0, UUID.randomUUID().toString())
        .path("setStock.errors")
        .entityList(Object.class)
        .hasSize(0);
  }

  public Response set(
      Object product, Object warehouse, int onHand, int expectedOnHand, String key) {
    return mutate(
        "setStock",
        Map.of(
            "productId",
            product,
            "warehouseId",
            warehouse,
            "onHand",
            onHand,
            "expectedOnHand",
            expectedOnHand,
            "idempotencyKey",
            key),
        "stockLevel " + LEVEL);
  }

  public Response adjust(Object product, Object warehouse, int delta, String reason, String key) {
    return mutate(
        "adjustStock",
        Map.of(
            "productId",
            product,
            "warehouseId",
            warehouse,
            "delta",
            delta,
            "reason",
            reason,
            "idempotencyKey",
            key),
        "stockLevel " + LEVEL);
  }

  /** Sends goods on their way, which must succeed; answers the transfer's id. */
  public UUID sent(UUID source, UUID destination, Map<UUID, Integer> lines) {
    return startTransfer(source, destination, lines, UUID.randomUUID().toString())
        .path("startTransfer.transfer.id")
        .entity(UUID.class)
        .get();
  }

  public Response startTransfer(
      Object source, Object destination, Map<?, Integer> lines, String key) {
    return startTransfer(source, destination, counts(lines), key);
  }

  public Response startTransfer(
      Object source, Object destination, List<Map<String, Object>> lines, String key) {
    return mutate(
        "startTransfer",
        Map.of(
            "sourceId", source,
            "destinationId", destination,
            "lines", lines,
            "idempotencyKey", key),
        "transfer " + TRANSFER);
  }

  /** Receives all of it. */
  public Response receiveTransfer(Object id) {
    return mutate("receiveTransfer", Map.of("id", id), "transfer " + TRANSFER);
  }

  public Response receiveTransfer(Object id, Map<?, Integer> counted, String reason) {
    return receiveTransfer(id, counts(counted), reason);
  }

  public Response receiveTransfer(Object id, List<Map<String, Object>> counted, String reason) {
    return mutate(
        "receiveTransfer",
        Map.of("id", id, "counted", counted, "missingReason", reason),
        "transfer " + TRANSFER);
  }

  public Response cancelTransfer(Object id) {
    return mutate("cancelTransfer", Map.of("id", id), "transfer " + TRANSFER);
  }

  private static List<Map<String, Object>> counts(Map<?, Integer> lines) {
    return lines.entrySet().stream()
        .map(
            line -> Map.<String, Object>of("productId", line.getKey(), "quantity", line.getValue()))
        .toList();
  }

  private Response mutate(String mutation, Map<String, Object> input, String selection) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    String current = selection.startsWith("warehouse") ? "" : "current " + LEVEL;
    return graph
        .document(
            "mutation ($input: %s!) { %s(input: $input) { %s errors { code message path %s } } }"
                .formatted(type, mutation, selection, current))
        .variable("input", input)
        .execute();
  }
}
