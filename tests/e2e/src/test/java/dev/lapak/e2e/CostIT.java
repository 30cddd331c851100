package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
    PageCost.isTwoCallsAndTwoStatements(() -> page(first));
  }

  private static void page(int first) {
    assertThat(
            Person.NOBODY
                .now(PAGE, Map.of("first", first))
                .<List<Object>>get("products.edges[*].node.availability.total"))
        .hasSize(first)
        .doesNotContainNull();
  }
}
