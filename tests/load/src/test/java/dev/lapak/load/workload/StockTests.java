package dev.lapak.load.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.load.Trouble;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockTests {

  @Test
  void sells_no_more_of_a_product_than_there_is() {
    Stock stock =
        new Stock(new Catalogue(List.of(product("a", 3), product("b", 0), product("c", 2))));
    assertThat(stock.total()).isEqualTo(5);

    var sold =
        Stream.generate(stock::take)
            .limit(5)
            .collect(Collectors.groupingBy(Catalogue.Product::id, Collectors.counting()));

    assertThat(sold).containsOnly(entry("a", 3), entry("c", 2));
    assertThat(stock.total()).isZero();
    assertThatThrownBy(stock::take).isInstanceOf(Trouble.class);
  }

  private static java.util.Map.Entry<String, Long> entry(String id, long times) {
    return java.util.Map.entry(id, times);
  }

  private static Catalogue.Product product(String id, int stock) {
    return new Catalogue.Product(id, "cursor", "seller", stock);
  }
}
