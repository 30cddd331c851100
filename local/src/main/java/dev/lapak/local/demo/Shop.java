package dev.lapak.local.demo;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Failure;
import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A seller's shop with its warehouse. Whatever is done again is as it was. */
record Shop(Person keeper, String sellerId, String warehouseId) {

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

  private static final String CREATE_PRODUCT =
      "createProduct(input: $input) { product { id } errors { code message } }";

  private static final String FIND_PRODUCT =
      """
      query ($seller: ID!, $sku: String!) { productBySku(sellerId: $seller, sku: $sku) { id } }
      """;

  private static final String SET_STOCK = "setStock(input: $input) { errors { code message } }";

  static Shop open(Accounts accounts, Seller seller) {
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

  /** Puts products on sale and their stock into the warehouse. */
  void sell(List<Listing> listings) {
    List<String> ids = create(listings);
    List<Map<String, Object>> counts =
        IntStream.range(0, ids.size()).mapToObj(i -> count(listings.get(i), ids.get(i))).toList();
    Answer answer = send(Batch.of(SET_STOCK, "SetStockInput!", counts));
    for (int i = 0; i < counts.size(); i++) {
      requireNone(listings.get(i), answer.failures(Batch.alias(i)));
    }
  }

  private List<String> create(List<Listing> listings) {
    List<Map<String, Object>> inputs = listings.stream().map(Listing::productInput).toList();
    Answer answer = send(Batch.of(CREATE_PRODUCT, "CreateProductInput!", inputs));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < listings.size(); i++) {
      List<Failure> failures = answer.failures(Batch.alias(i));
      if (failures.stream().map(Failure::code).anyMatch("SKU_TAKEN"::equals)) {
        // An earlier run got this far.
        ids.add(find(listings.get(i)));
      } else {
        requireNone(listings.get(i), failures);
        ids.add(answer.get(Batch.alias(i) + ".product.id"));
      }
    }
    return ids;
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

  private String find(Listing listing) {
    return keeper
        .read(FIND_PRODUCT, Map.of("seller", sellerId, "sku", listing.sku()))
        .get("productBySku.id");
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
