package dev.lapak.orders.testing;

import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestDatabase;
import dev.lapak.platform.testing.TestIssuer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Products, users and inventory, and the people. */
public final class World {

  /** A shop. */
  public record Shop(UUID userId, UUID id, String currency) {

    public String token() {
      return TestIssuer.seller(userId, id, currency);
    }
  }

  private record Goods(String sku, String title, String price, Shop shop, boolean archived) {}

  public final Stock stock = new Stock();
  public final Neighbour products = new Neighbour(this::products);
  public final Neighbour users = new Neighbour(this::users);
  public final Midtrans midtrans = new Midtrans();
  public final Neighbour inventory = new Neighbour(stock::answer);
  private final Map<UUID, Goods> goods = new ConcurrentHashMap<>();
  private final Map<UUID, Shop> shops = new ConcurrentHashMap<>();
  private final Map<UUID, Map<String, Object>> guests = new ConcurrentHashMap<>();

  public Shop shop() {
    return shop("GBP");
  }

  public Shop shop(String currency) {
    Shop shop = new Shop(UUID.randomUUID(), UUID.randomUUID(), currency);
    shops.put(shop.id(), shop);
    return shop;
  }

  /** Lets users know a guest. */
  public void guest(UUID id, String name, String email) {
    guests.put(id, Map.of("name", name, "email", email));
  }

  /** As if it had never been. */
  public void forget(UUID product) {
    goods.remove(product);
  }

  public UUID product(Shop shop, String price, int quantity) {
    UUID id = UUID.randomUUID();
    goods.put(id, new Goods("sku-" + id, "Product " + id, price, shop, false));
    stock.put(id, quantity);
    return id;
  }

  public UUID product(int quantity) {
    return product(shop(), "2.55", quantity);
  }

  public void reprice(UUID product, String price) {
    goods.computeIfPresent(
        product, (id, old) -> new Goods(old.sku(), "New " + old.title(), price, old.shop(), false));
  }

  public void archive(UUID product) {
    goods.computeIfPresent(
        product, (id, old) -> new Goods(old.sku(), old.title(), old.price(), old.shop(), true));
  }

  public Shop shopOf(UUID product) {
    return Objects.requireNonNull(goods.get(product)).shop();
  }

  /** All are well again, and nobody was asked anything. */
  public void reset() {
    products.reset();
    users.reset();
    inventory.reset();
    midtrans.reset();
    stock.heal();
  }

  private Map<String, Object> products(JsonNode request) {
    List<@Nullable Object> answer = new ArrayList<>();
    for (JsonNode id : request.get("variables").get("ids")) {
      Goods found = goods.get(UUID.fromString(id.asString()));
      answer.add(found == null ? null : product(id.asString(), found));
    }
    return answered("productsForCheckout", answer);
  }

  private static Map<String, Object> product(String id, Goods found) {
    return Map.of(
        "id", id,
        "sku", found.sku(),
        "title", found.title(),
        "price", Map.of("amount", found.price(), "currency", found.shop().currency()),
        "sellerId", found.shop().id(),
        "status", found.archived() ? "ARCHIVED" : "ACTIVE");
  }

  private Map<String, Object> users(JsonNode request) {
    List<@Nullable Object> answer = new ArrayList<>();
    for (JsonNode id : request.get("variables").get("ids")) {
      Shop found = shops.get(UUID.fromString(id.asString()));
      answer.add(
          found == null
              ? null
              : Map.of(
                  "id", id.asString(),
                  "bankAccount",
                      Map.of(
                          "bank", "Bank of Test",
                          "holder", "Holder " + id.asString(),
                          "number", "12-34-56")));
    }
    Map<String, Object> data = answered("sellersForCheckout", answer);
    JsonNode guest = request.get("variables").get("guest");
    if (guest != null) {
      data.put("buyerForCheckout", guests.get(UUID.fromString(guest.asString())));
    }
    return data;
  }

  private static Map<String, Object> answered(String field, List<@Nullable Object> answer) {
    Map<String, Object> data = new HashMap<>();
    data.put(field, answer);
    return data;
  }

  /** What tests ask for beside the world. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {

    @Bean
    static Statements statements() {
      return new Statements();
    }

    @Bean
    JdbcTemplate checks(Environment environment) {
      return new JdbcTemplate(
          TestDatabase.dataSource(environment.getRequiredProperty("lapak.db.name")));
    }

    @Bean
    People people(SubgraphTester subgraph) {
      return new People(subgraph);
    }
  }
}
