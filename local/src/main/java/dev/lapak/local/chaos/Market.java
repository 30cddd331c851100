package dev.lapak.local.chaos;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where everybody wants the same few things. */
record Market(Door door, List<Shop> shops, byte[] receipt) {

  static Market open(Door door, int shops, int stock, byte[] receipt)
      throws UnansweredException, InterruptedException {
    List<Shop> all = new ArrayList<>();
    for (int i = 0; i < shops; i++) {
      all.add(Shop.open(door, stock));
    }
    return new Market(door, List.copyOf(all), receipt);
  }

  List<String> products() {
    return shops.stream().flatMap(shop -> shop.products().stream()).toList();
  }

  /** Whose order it is, which its products say. */
  Shop shopOf(JsonNode order) {
    String product = order.at("/lines/0/product/id").asString();
    return shops.stream()
        .filter(shop -> shop.products().contains(product))
        .findFirst()
        .orElseThrow();
  }
}
