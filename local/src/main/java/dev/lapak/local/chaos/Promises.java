package dev.lapak.local.chaos;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What buyers were told, which must stay true. */
final class Promises {

  static final String BOUGHT = "bought";

  private final Tally tally;
  private final Map<Wish, Buyer> wishes = new ConcurrentHashMap<>();
  private final Map<String, String> purchases = new ConcurrentHashMap<>();
  private final Set<String> paid = ConcurrentHashMap.newKeySet();
  private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

  Promises(Tally tally) {
    this.tally = tally;
  }

  /** Before anything is sent. */
  void wish(Buyer buyer, Wish wish) {
    wishes.put(wish, buyer);
  }

  Map<Wish, Buyer> wishes() {
    return Map.copyOf(wishes);
  }

  /** One key has one purchase, for ever. */
  void answered(Wish wish, JsonNode checkout) {
    String purchase = checkout.at("/purchase/id").asString("");
    if (purchase.isEmpty()) {
      tally.count("refused: " + Buyer.code(checkout));
      if (purchases.containsKey(wish.key())) {
        tally.wrong("key %s had a purchase, now it is refused: %s".formatted(wish.key(), checkout));
      }
      return;
    }
    String before = purchases.putIfAbsent(wish.key(), purchase);
    if (before == null) {
      tally.count(BOUGHT);
    } else if (before.equals(purchase)) {
      tally.count("the same purchase again");
    } else {
      tally.wrong("key %s made two purchases: %s, %s".formatted(wish.key(), before, purchase));
    }
  }

  void paid(String order) {
    if (paid.add(order)) {
      tally.count("paid");
    }
  }

  void cancelled(String order) {
    if (cancelled.add(order)) {
      tally.count("cancelled");
    }
  }

  /** What an order is in the end, against what was said of it. */
  void compare(JsonNode order) {
    String id = order.path("id").asString();
    String status = order.path("status").asString();
    if (paid.contains(id) && !cancelled.contains(id) && Standing.of(order) != Standing.PAID) {
      tally.wrong("order %s was paid, and is %s".formatted(id, status));
    }
    if (cancelled.contains(id) && !status.equals("CANCELLED")) {
      tally.wrong("order %s was cancelled, and is %s".formatted(id, status));
    }
  }
}
