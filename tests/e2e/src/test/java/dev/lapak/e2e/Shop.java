package dev.lapak.e2e;

import java.util.Map;
import java.util.UUID;

/** A seller with a warehouse. */
record Shop(Person seller, String warehouse) {

  static Shop open() {
    return open("GBP");
  }

  static Shop open(String currency) {
    Person seller = Person.seller(currency);
    return new Shop(seller, warehouse(seller, "Main"));
  }

  static String warehouse(Person seller, String name) {
    return seller
        .now(
            """
            mutation ($name: String!) {
              createWarehouse(input: {name: $name}) { warehouse { id } errors { code } }
            }
            """,
            Map.of("name", name))
        .get("createWarehouse.warehouse.id");
  }

  /** The seller's id. */
  String id() {
    return seller.now("{ me { seller { id } } }").get("me.seller.id");
  }

  /** Puts a product on sale and answers its id. */
  String sell(String price, int stock) {
    return sellIn("GBP", price, stock);
  }

  String sellIn(String currency, String price, int stock) {
    String product = list(currency, price);
    stock(product, warehouse, stock, 0);
    return product;
  }

  String list(String price) {
    return list("GBP", price);
  }

  private String list(String currency, String price) {
    return seller
        .now(
            """
            mutation ($sku: String!, $price: Decimal!, $currency: Currency!) {
              createProduct(input: {
                sku: $sku, title: "Lantern", price: {amount: $price, currency: $currency}
              }) { product { id } errors { code } }
            }
            """,
            Map.of("sku", UUID.randomUUID().toString(), "price", price, "currency", currency))
        .get("createProduct.product.id");
  }

  Answer stock(String product, String place, int onHand, int expected) {
    return seller.now(
        """
        mutation ($product: ID!, $warehouse: ID!, $onHand: Int!, $expected: Int!, $key: String!) {
          setStock(input: {
            productId: $product, warehouseId: $warehouse, onHand: $onHand,
            expectedOnHand: $expected, idempotencyKey: $key
          }) { stockLevel { onHand free } errors { code current { onHand } } }
        }
        """,
        Map.of(
            "product", product,
            "warehouse", place,
            "onHand", onHand,
            "expected", expected,
            "key", UUID.randomUUID().toString()));
  }

  /** What the shop sees of a product's stock. */
  Levels levels(String product) {
    Answer answer =
        seller.now(
            """
            query ($id: ID!) {
              product(id: $id) { availability { total byWarehouse { onHand reserved free } } }
            }
            """,
            Map.of("id", product));
    String level = "product.availability.byWarehouse[0].";
    return new Levels(
        answer.get("product.availability.total"),
        answer.get(level + "onHand"),
        answer.get(level + "reserved"),
        answer.get(level + "free"));
  }

  record Levels(int total, int onHand, int reserved, int free) {}
}
