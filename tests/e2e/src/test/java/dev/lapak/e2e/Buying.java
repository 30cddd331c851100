package dev.lapak.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Checkouts, as frontends write them. */
final class Buying {

  static final String CHECKOUT =
      """
      mutation ($input: CheckoutInput!) {
        checkout(input: $input) {
          replayed
          purchase {
            id
            totals { amount currency }
            orders {
              id number status version expiresAt total { amount currency }
              seller { id name } buyer { id name }
              lines { sku title quantity unitPrice { amount } total { amount } product { id title } }
              paymentInstruction { reference amount { amount currency } bankAccount { bank holder number } }
              allowedActions
            }
          }
          errors { code message path line available }
        }
      }
      """;

  private Buying() {}

  static Mono<Answer> checkout(Person buyer, String key, List<Map<String, Object>> lines) {
    return buyer.ask(CHECKOUT, Map.of("input", Map.of("idempotencyKey", key, "lines", lines)));
  }

  /**
   * As a patient client does: where the answer was lost or nothing was decided, again with the same
   * key.
   */
  static Mono<Answer> patientCheckout(Person buyer, String key, List<Map<String, Object>> lines) {
    return checkout(buyer, key, lines)
        .filter(Buying::isDecided)
        .repeatWhenEmpty(100, times -> times.delayElements(Duration.ofMillis(300)));
  }

  private static boolean isDecided(Answer answer) {
    return !answer.body().contains("\"code\":\"TRY_AGAIN\"")
        && !answer.body().contains("\"code\":\"BUSY\"")
        && !answer.body().contains("\"code\":\"TIMEOUT\"");
  }

  static Answer buy(Person buyer, String product, int quantity) {
    return buyer.now(
        CHECKOUT,
        Map.of(
            "input", Map.of("idempotencyKey", key(), "lines", List.of(line(product, quantity)))));
  }

  /** An order that must be paid within seconds. */
  static Answer buyFor(Person buyer, String product, int quantity, int payWithinSeconds) {
    return buyer.now(
        CHECKOUT,
        Map.of(
            "input",
            Map.of(
                "idempotencyKey",
                key(),
                "lines",
                List.of(line(product, quantity)),
                "payWithinSeconds",
                payWithinSeconds)));
  }

  static Map<String, Object> line(String product, Object quantity) {
    return Map.of("productId", product, "quantity", quantity);
  }

  static String key() {
    return UUID.randomUUID().toString();
  }
}
