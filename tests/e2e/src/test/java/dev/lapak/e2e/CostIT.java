package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page costs, counted: the same for any size. */
class CostIT {

  private static final String PAGE =
      """
      query ($first: Int!) {
        products(first: $first) {
          edges { node { id title price { amount currency } availability { total inStock } } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  @BeforeAll
  static void thereAreProducts() {
    Shop shop = Shop.open();
    for (int i = 0; i < 101; i++) {
      shop.list("1.00");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void a_page_of_products_with_stock_costs_two_calls_and_two_statements(int first) {
    Person.NOBODY.now(PAGE, Map.of("first", first));

    // Housekeeping runs by the clock, so that it may come in between.
    await()
        .atMost(Patience.LIMIT)
        .untilAsserted(
            () -> {
              Meters before = Meters.of(Lapak.running());
              Answer answer = Person.NOBODY.now(PAGE, Map.of("first", first));
              Meters spent = Meters.of(Lapak.running()).since(before);

              assertThat(answer.<List<Object>>get("products.edges[*].node.availability.total"))
                  .hasSize(first)
                  .doesNotContainNull();
              assertThat(spent.calls())
                  .isEqualTo(Map.of("products", 1L, "inventory", 1L, "users", 0L, "orders", 0L));
              assertThat(spent.statements()).isEqualTo(Map.of("products", 1L, "inventory", 1L));
            });
  }
}
