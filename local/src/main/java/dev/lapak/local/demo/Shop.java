package dev.lapak.local.demo;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Failure;
import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A seller's shop with its warehouse. Whatever is done again is as it was. */
public record Shop(Person keeper, String sellerId, String warehouseId) {

  private static final String BECOME_SELLER =
      """
      mutation ($input: BecomeSellerInput!) {
        becomeSeller(input: $input) { tokens { accessToken } errors { code message } }
      }
      """;

  private static final String CREATE_WAREHOUSE =
      """
      mutation ($name: String!) {
        createWarehouse(input: {name: $name}) { warehouse { id } errors { code message } }
      }
      """;

  private static final String SET_STOCK = "setStock(input: $input) { errors { code message } }";

  public static Shop open(Accounts accounts, Seller seller) {
    Person person = accounts.of(seller.person());
    Answer became =
        person.change(
            "becomeSeller", BECOME_SELLER, Map.of("input", seller.shopInput()), "ALREADY_SELLER");
    Person keeper =
        became.failures("becomeSeller").isEmpty()
            ? person.withToken(became.get("becomeSeller.tokens.accessToken"))
            : person;
    return new Shop(
        keeper,
        keeper.read("{ me { seller { id } } }", Map.of()).get("me.seller.id"),
        warehouse(keeper, seller.warehouse()));
  }

  Catalogue catalogue() {
    return new Catalogue(keeper, sellerId);
  }

  /**
   * Puts products into the warehouse.
   *
   * @param ids by SKU
   */
  void stock(List<Listing> listings, Map<String, String> ids) {
    List<Map<String, Object>> counts =
        listings.stream()
            .map(listing -> count(listing, Objects.requireNonNull(ids.get(listing.sku()))))
            .toList();
    Answer answer = send(Batch.of(SET_STOCK, "SetStockInput!", counts));
    for (int i = 0; i < counts.size(); i++) {
      requireNone(listings.get(i), answer.failures(Batch.alias(i)));
    }
  }

  private Map<String, Object> count(Listing listing, String productId) {
    return Map.of(
        "productId",
        productId,
        "warehouseId",
        warehouseId,
        "onHand",
        listing.stock(),
        "expectedOnHand",
        0,
        "idempotencyKey",
        "demo " + listing.sku());
  }

  private Answer send(Batch batch) {
    return keeper.read(batch.document(), batch.variables());
  }

  private static String warehouse(Person keeper, String name) {
    Answer made =
        keeper.change("createWarehouse", CREATE_WAREHOUSE, Map.of("name", name), "NAME_TAKEN");
    if (made.failures("createWarehouse").isEmpty()) {
      return made.get("createWarehouse.warehouse.id");
    }
    return keeper
        .read("{ warehouses { id name } }", Map.of())
        .list("warehouses", Warehouse.class)
        .stream()
        .filter(warehouse -> name.equals(warehouse.name()))
        .findFirst()
        .map(Warehouse::id)
        .orElseThrow(() -> new UnexpectedAnswer("no warehouse " + name));
  }

  private static void requireNone(Listing listing, List<Failure> failures) {
    if (!failures.isEmpty()) {
      throw new UnexpectedAnswer(listing.sku() + ": " + failures);
    }
  }

  private record Warehouse(String id, String name) {}
}
