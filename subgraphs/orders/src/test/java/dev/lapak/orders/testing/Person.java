package dev.lapak.orders.testing;

import dev.lapak.platform.testing.Files;
import dev.lapak.platform.testing.Pictures;
import dev.lapak.platform.testing.SubgraphTester;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a token. What they are answered is JSON, as a client sees it. */
public record Person(SubgraphTester subgraph, UUID id, String token) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public static final String ORDER =
      """
      id number status version reason expiresAt allowedActions
      total { amount currency } buyer { id } seller { id }
      lines { sku title quantity unitPrice { amount } total { amount } product { id } }
      paymentInstruction { amount { amount currency } bankAccount { bank holder number } reference }
      proofs { id files { id contentType size sha256 url } review { decision reason } }
      paidAt confirmedAt shipment { carrier trackingNumber trackingUrl }
      payments { id method status amount { amount currency } receivedAt note page { url } }
      timeline { sequence type status by user { id } reason occurredAt }
      """;

  private static final String CART =
      """
      totals { amount currency }
      lines {
        productId product { id } title quantity addedAt unitPrice { amount currency }
        total { amount } available
        changes { code message earlierPrice { amount } available }
      }
      """;

  private static final String CHECKOUT =
      """
      mutation ($input: CheckoutInput!) {
        checkout(input: $input) {
          replayed
          errors {
            code message path line productId available totals { amount currency } retryAfterMillis
          }
          purchase { id createdAt totals { amount currency } orders { %s } }
        }
      }"""
          .formatted(ORDER);

  /** A line of a checkout. */
  public static Map<String, Object> line(Object product, int quantity) {
    return Map.of("productId", product.toString(), "quantity", quantity);
  }

  /** One of these, with a key of its own; the one order of it. */
  public JsonNode buy(UUID product) {
    return buy(product, 1, null);
  }

  public JsonNode buy(UUID product, int quantity, @Nullable Integer payWithin) {
    JsonNode answer =
        checkout(UUID.randomUUID().toString(), payWithin, List.of(line(product, quantity)));
    if (!answer.get("errors").isEmpty()) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.get("purchase").get("orders").get(0);
  }

  @SafeVarargs
  public final JsonNode checkout(String key, Map<String, Object>... lines) {
    return checkout(key, null, List.of(lines));
  }

  public JsonNode checkout(
      String key, @Nullable Integer payWithin, List<Map<String, Object>> lines) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("idempotencyKey", key);
    input.put("lines", lines);
    if (payWithin != null) {
      input.put("payWithinSeconds", payWithin);
    }
    return checkout(input);
  }

  /** Whatever the input. */
  public JsonNode checkout(Map<String, Object> input) {
    return ask(CHECKOUT, Map.of("input", input)).get("checkout");
  }

  /** What is in the cart. */
  public JsonNode checkoutCart(String key) {
    return checkout(Map.of("idempotencyKey", key, "fromCart", true));
  }

  public JsonNode cart() {
    return ask("{ cart { " + CART + " } }", Map.of()).get("cart");
  }

  public JsonNode add(Object product, int quantity) {
    return add(product, quantity, null);
  }

  public JsonNode add(Object product, int quantity, @Nullable String key) {
    Map<String, Object> input = new LinkedHashMap<>(line(product, quantity));
    if (key != null) {
      input.put("idempotencyKey", key);
    }
    return changeCart("addToCart", "AddToCartInput", input);
  }

  public JsonNode set(Object product, int quantity, @Nullable Integer expected) {
    Map<String, Object> input = new LinkedHashMap<>(line(product, quantity));
    if (expected != null) {
      input.put("expectedQuantity", expected);
    }
    return changeCart("setCartLine", "SetCartLineInput", input);
  }

  public JsonNode remove(Object product) {
    return changeCart(
        "removeFromCart", "RemoveFromCartInput", Map.of("productId", product.toString()));
  }

  public JsonNode merge(String guestToken) {
    return changeCart("mergeCart", "MergeCartInput", Map.of("guestToken", guestToken));
  }

  private JsonNode changeCart(String field, String type, Map<String, Object> input) {
    return ask(
            "mutation ($input: %s!) { %s(input: $input) { cart { %s } errors { code message path quantity } } }"
                .formatted(type, field, CART),
            Map.of("input", input))
        .get(field);
  }

  public JsonNode order(Object id) {
    return ask(
            "query ($id: ID!) { order(id: $id) { %s } }".formatted(ORDER),
            Map.of("id", id.toString()))
        .get("order");
  }

  public JsonNode cancel(Object order, @Nullable String reason) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("orderId", order.toString());
    input.put("reason", reason);
    return mutate("cancelOrder", "CancelOrderInput", "order { " + ORDER + " }", input);
  }

  public JsonNode requestUpload(Object order) {
    return mutate(
        "requestProofUpload",
        "RequestProofUploadInput",
        "upload { id url expiresAt maxBytes }",
        Map.of("orderId", order.toString()));
  }

  public JsonNode submit(Object order, List<String> uploads) {
    return mutate(
        "submitPaymentProof",
        "SubmitPaymentProofInput",
        "order { " + ORDER + " } proof { id files { id url contentType sha256 size } }",
        Map.of("orderId", order.toString(), "uploadIds", uploads));
  }

  public JsonNode approve(Object proof) {
    return mutate(
        "approvePayment",
        "ApprovePaymentInput",
        "order { " + ORDER + " }",
        Map.of("proofId", proof.toString()));
  }

  public JsonNode reject(Object proof, String reason) {
    return mutate(
        "rejectPayment",
        "RejectPaymentInput",
        "order { " + ORDER + " }",
        Map.of("proofId", proof.toString(), "reason", reason));
  }

  public JsonNode confirm(Object order) {
    return fulfil("confirmOrder", "ConfirmOrderInput", Map.of("orderId", order.toString()));
  }

  public JsonNode ship(Object order, String carrier, String number, @Nullable String url) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("orderId", order.toString());
    input.put("carrier", carrier);
    input.put("trackingNumber", number);
    input.put("trackingUrl", url);
    return fulfil("shipOrder", "ShipOrderInput", input);
  }

  public JsonNode ship(Object order) {
    return ship(order, "Pos", "JP 123", null);
  }

  public JsonNode deliver(Object order) {
    return fulfil("deliverOrder", "DeliverOrderInput", Map.of("orderId", order.toString()));
  }

  public JsonNode complete(Object order) {
    return fulfil("completeOrder", "CompleteOrderInput", Map.of("orderId", order.toString()));
  }

  public JsonNode extendDeadline(Object order) {
    return mutate(
        "extendDeadline",
        "ExtendDeadlineInput",
        "order { " + ORDER + " }",
        Map.of("orderId", order.toString()));
  }

  public JsonNode startPayment(Object order, String method) {
    return ask(
            """
            mutation ($order: ID!, $method: PaymentMethod!) {
              startPayment(input: {orderId: $order, method: $method}) {
                payment { id status reference expiresAt page { token url } }
                errors { code path status }
              }
            }""",
            Map.of("order", order.toString(), "method", method))
        .get("startPayment");
  }

  public JsonNode markPaid(Object order, String note) {
    return mutate(
        "markPaid",
        "MarkPaidInput",
        "order { " + ORDER + " } payment { id method status note }",
        Map.of("orderId", order.toString(), "note", note));
  }

  public JsonNode refund(Object payment, String note) {
    return mutate(
        "recordRefund",
        "RecordRefundInput",
        "payment { id status refundNote order { id } }",
        Map.of("paymentId", payment.toString(), "note", note));
  }

  private JsonNode fulfil(String field, String type, Map<String, Object> input) {
    return mutate(field, type, "order { " + ORDER + " }", input);
  }

  /** Uploads a small picture. */
  public String upload(Object order) {
    JsonNode upload = requestUpload(order).get("upload");
    new Files(subgraph)
        .put(upload.get("url").asString(), Pictures.png())
        .expectStatus()
        .isCreated();
    return upload.get("id").asString();
  }

  /** Uploads a picture and hands it in; the proof's id. */
  public String prove(Object order) {
    JsonNode answer = submit(order, List.of(upload(order)));
    if (!answer.get("errors").isEmpty()) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.get("proof").get("id").asString();
  }

  private JsonNode mutate(String field, String type, String selection, Map<String, Object> input) {
    return ask(
            "mutation ($input: %s!) { %s(input: $input) { %s errors { code path message } } }"
                .formatted(type, field, selection),
            Map.of("input", input))
        .get(field);
  }

  public JsonNode ask(String document, Map<String, Object> variables) {
    return JSON.valueToTree(
        request(document, variables).execute().path("").entity(Map.class).get());
  }

  /** The code of the request error that ends it. */
  public String failure(String document, Map<String, Object> variables) {
    List<String> codes = new ArrayList<>();
    request(document, variables)
        .execute()
        .errors()
        .satisfy(
            errors ->
                errors.forEach(
                    error -> codes.add(String.valueOf(error.getExtensions().get("code")))));
    return String.join(",", codes);
  }

  private GraphQlTester.Request<?> request(String document, Map<String, Object> variables) {
    GraphQlTester.Request<?> request = subgraph.with(token).document(document);
    variables.forEach(request::variable);
    return request;
  }
}
