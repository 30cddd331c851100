package dev.lapak.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Patient buyers buy and pay what is left, until there is nothing. */
record SellOut(Market market, Promises promises, Tally tally) {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int PIECES = 20;

  /** Ends what nobody has paid. */
  void cancelUnpaid() throws UnansweredException, InterruptedException {
    for (Shop shop : market.shops()) {
      for (JsonNode order : shop.orders()) {
        if (Standing.of(order) == Standing.UNPAID) {
          shop.cancel(order.path("id").asString());
          tally.count("cancelled by the seller in the end");
        }
      }
    }
  }

  void buyAll(Buyer buyer) throws UnansweredException, InterruptedException {
    for (Shop shop : market.shops()) {
      for (String product : shop.products()) {
        buyAll(buyer, shop, product);
      }
    }
  }

  private void buyAll(Buyer buyer, Shop shop, String product)
      throws UnansweredException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    int piece = Math.max(1, shop.free(product) / PIECES);
    while (Instant.now().isBefore(end)) {
      Optional<JsonNode> answer = buyer.insist(wish(product, piece), end);
      List<JsonNode> orders = answer.map(Buyer::orders).orElse(List.of());
      if (!orders.isEmpty()) {
        pay(buyer, shop, orders.getFirst().path("id").asString());
        continue;
      }
      int available = answer.map(SellOut::available).orElse(0);
      if (available > 0) {
        piece = available;
      } else if (shop.onHand(product) == 0) {
        return;
      } else {
        // What a checkout had reserved that died comes back, and what was paid leaves.
        Thread.sleep(500);
        piece = 1;
      }
    }
    tally.wrong("product %s was never sold out".formatted(product));
  }

  private Wish wish(String product, int quantity) {
    return Wish.of(Map.of(product, quantity), 3_600);
  }

  private static int available(JsonNode refused) {
    return refused.at("/errors/0/available").asInt(0);
  }

  private void pay(Buyer buyer, Shop shop, String order)
      throws UnansweredException, InterruptedException {
    String proof =
        buyer
            .handIn(order, market.receipt())
            .orElseThrow(() -> new UnansweredException("no proof taken"));
    shop.approve(proof);
    promises.paid(order);
  }

  /** What was paid is what there was, to the piece; and all that was said is true. */
  void compare(int stock) throws UnansweredException, InterruptedException {
    Map<String, Integer> paid = new HashMap<>();
    for (Shop shop : market.shops()) {
      for (JsonNode order : shop.orders()) {
        promises.compare(order);
        if (Standing.of(order) != Standing.ENDED) {
          JsonNode lines = order.path("lines");
          IntStream.range(0, lines.size())
              .mapToObj(lines::path)
              .forEach(
                  line ->
                      paid.merge(
                          line.at("/product/id").asString(),
                          line.path("quantity").asInt(),
                          Integer::sum));
        }
      }
    }
    for (String product : market.products()) {
      int sold = paid.getOrDefault(product, 0);
      tally.count(sold == stock ? "products sold to the last piece" : "products not sold out");
      if (sold != stock) {
        tally.wrong("of product %s there were %d, %d were sold".formatted(product, stock, sold));
      }
    }
  }
}
