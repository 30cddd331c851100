package dev.lapak.local.chaos;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** A checkout with its key, to be sent as often as it takes. */
record Wish(Map<String, Object> input) {

  /** Some products, each once. */
  static Wish of(Map<String, Integer> quantities, int payWithinSeconds) {
    List<Map<String, Object>> lines =
        quantities.entrySet().stream()
            .map(
                line ->
                    Map.<String, Object>of("productId", line.getKey(), "quantity", line.getValue()))
            .toList();
    return new Wish(
        Map.of(
            "idempotencyKey",
            UUID.randomUUID().toString(),
            "lines",
            lines,
            "payWithinSeconds",
            payWithinSeconds));
  }

  /** One to three products, one or two of each, often with little time to pay. */
  static Wish any(List<String> products, Random random) {
    return of(
        random
            .ints(1 + random.nextInt(3), 0, products.size())
            .distinct()
            .boxed()
            .collect(Collectors.toMap(products::get, any -> 1 + random.nextInt(2))),
        random.nextInt(3) == 0 ? 5 : 3_600);
  }

  String key() {
    return String.valueOf(input.get("idempotencyKey"));
  }
}
