package dev.lapak.local.replay;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.UnexpectedAnswer;
import dev.lapak.local.demo.Accounts;
import dev.lapak.local.demo.Batch;
import dev.lapak.local.demo.Seller;
import dev.lapak.local.demo.Shop;
import dev.lapak.local.state.SetupException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the demo's shops have. */
final class Shelves {

  private static final int BATCH = 20;

  private static final String PAGE =
      """
      query ($seller: ID!, $after: String) {
        products(first: 100, after: $after, filter: {sellerId: $seller}) {
          edges {
            node {
              id sku availability { total byWarehouse { warehouse { id } onHand reserved } }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private static final String SET_STOCK = "setStock(input: $input) { errors { code message } }";

  private final Map<String, Shop> shops;

  private Shelves(Map<String, Shop> shops) {
    this.shops = Map.copyOf(shops);
  }

  static Shelves enter(Accounts accounts) {
    Map<String, Shop> shops = new HashMap<>();
    for (Seller seller : Seller.ALL) {
      shops.put(seller.key(), Shop.open(accounts, seller));
    }
    return new Shelves(shops);
  }

  /** A seller's id by the key that the catalogue has. */
  String sellerId(String key) {
    Shop shop = shops.get(key);
    if (shop == null) {
      throw new SetupException("The demo has no seller " + key + ".");
    }
    return shop.sellerId();
  }

  /** What there is, by SKU. */
  Map<String, Goods> read() {
    Map<String, Goods> all = new HashMap<>();
    shops.values().forEach(shop -> all.putAll(read(shop)));
    return all;
  }

  private static Map<String, Goods> read(Shop shop) {
    Map<String, Goods> goods = new HashMap<>();
    String after = null;
    do {
      Map<String, @Nullable Object> variables = new HashMap<>();
      variables.put("seller", shop.sellerId());
      variables.put("after", after);
      Answer page = shop.keeper().read(PAGE, variables);
      page.list("products.edges", Edge.class)
          .forEach(edge -> goods.put(edge.node().sku(), edge.node()));
      after =
          page.<Boolean>get("products.pageInfo.hasNextPage")
              ? page.get("products.pageInfo.endCursor")
              : null;
    } while (after != null);
    return goods;
  }

  /**
   * Has so many of each SKU free, no more and no less.
   *
   * @return the products' ids by SKU
   */
  Map<String, String> fill(Map<String, Integer> demand, String run, Progress progress) {
    Map<String, String> ids = new HashMap<>();
    for (Shop shop : shops.values()) {
      List<Map<String, Object>> counts = new ArrayList<>();
      read(shop)
          .forEach(
              (sku, goods) -> {
                Integer wanted = demand.get(sku);
                if (wanted != null) {
                  ids.put(sku, goods.id());
                  counts.add(count(shop, goods, wanted, run));
                }
              });
      for (int from = 0; from < counts.size(); from += BATCH) {
        set(shop, counts.subList(from, Math.min(from + BATCH, counts.size())));
        progress.add(Math.min(BATCH, counts.size() - from));
      }
    }
    if (ids.size() < demand.size()) {
      throw new SetupException(
          "%,d of %,d products are not on sale: does ./lapak up run with --no-demo?"
              .formatted(demand.size() - ids.size(), demand.size()));
    }
    return ids;
  }

  private static Map<String, Object> count(Shop shop, Goods goods, int wanted, String run) {
    Level level = goods.level(shop.warehouseId());
    long onHand = (long) level.onHand() + wanted - goods.availability().total();
    return Map.of(
        "productId", goods.id(),
        "warehouseId", shop.warehouseId(),
        "onHand", Math.max(onHand, level.reserved()),
        "expectedOnHand", level.onHand(),
        "idempotencyKey", run + " " + goods.sku());
  }

  private static void set(Shop shop, List<Map<String, Object>> counts) {
    Batch batch = Batch.of(SET_STOCK, "SetStockInput!", counts);
    Answer answer = shop.keeper().read(batch.document(), batch.variables());
    for (int i = 0; i < counts.size(); i++) {
      if (!answer.failures(Batch.alias(i)).isEmpty()) {
        throw new UnexpectedAnswer(
            "setStock: %s: %s".formatted(counts.get(i), answer.failures(Batch.alias(i))));
      }
    }
  }

  private record Edge(Goods node) {}

  /** A product on a shelf. */
  record Goods(String id, String sku, Availability availability) {

    private Level level(String warehouseId) {
      return availability.byWarehouse().stream()
          .filter(level -> level.warehouse().id().equals(warehouseId))
          .findFirst()
          .orElseGet(() -> new Level(new Warehouse(warehouseId), 0, 0));
    }
  }

  /**
   * How much of it there is.
   *
   * @param total free
   */
  record Availability(int total, List<Level> byWarehouse) {}

  private record Level(Warehouse warehouse, int onHand, int reserved) {}

  private record Warehouse(String id) {}
}
