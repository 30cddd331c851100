package dev.lapak.local.demo;

import java.util.List;
import java.util.Map;

/**
 * A made-up seller.
 *
 * @param key as the catalogue names this seller
 * @param number of the account at the bank
 */
public record Seller(
    String key, DemoPerson person, String shop, String bank, String number, String warehouse) {

  public static final List<Seller> ALL =
      List.of(
          new Seller(
              "sari",
              new DemoPerson("seller", "sari@lapak.example", "Sari Wulandari"),
              "Sari's Curios",
              "Marigold Bank",
              "20-11-07 31926819",
              "Camden store room"),
          new Seller(
              "dewi",
              new DemoPerson("seller", "dewi@lapak.example", "Dewi Lestari"),
              "Dewi & Daughters",
              "Northern Savings",
              "40-22-18 60161331",
              "Leeds depot"),
          new Seller(
              "agus",
              new DemoPerson("seller", "agus@lapak.example", "Agus Santoso"),
              "The Harbour Store",
              "Harbour Trust",
              "60-33-29 52688190",
              "Harbour shed"));

  /** What {@code becomeSeller} takes. */
  Map<String, Object> shopInput() {
    return Map.of(
        "name",
        shop,
        "currency",
        "GBP",
        "bankAccount",
        Map.of("bank", bank, "holder", person.name(), "number", number));
  }
}
