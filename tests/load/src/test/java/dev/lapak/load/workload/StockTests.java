package dev.lapak.load.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockTests {

  /** 30 products, of which the first has none, the second one, and so on. */
  private final Catalogue catalogue =
      new Catalogue(
          IntStream.range(0, 30)
              .mapToObj(i -> new Catalogue.Product("id" + i, "cursor", "seller", i))
              .toList());

  private final Stock stock = new Stock(catalogue);

  @Test
  void takes_no_more_of_a_product_than_there_is() {
    int all = 29 * 30 / 2;

    Map<String, Long> taken =
        Stream.generate(stock::take)
            .limit(all)
            .collect(Collectors.groupingBy(Catalogue.Product::id, Collectors.counting()));

    assertThat(taken).hasSize(29);
    for (int i = 1; i < 30; i++) {
      assertThat(taken).containsEntry("id" + i, (long) i);
    }
  }

  @Test
  void goes_all_over_the_catalogue() {
    List<String> taken =
        Stream.generate(stock::take).limit(100).map(Catalogue.Product::id).distinct().toList();

    assertThat(taken).hasSizeGreaterThan(15);
  }
}
