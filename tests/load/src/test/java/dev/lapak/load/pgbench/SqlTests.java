package dev.lapak.load.pgbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.load.workload.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlTests {

  private static final Path SUBGRAPHS = Path.of("../../subgraphs");

  @Test
  void stock_is_asked_for_as_inventory_does() throws IOException {
    assertThat(
            source(
                "inventory/src/main/java/dev/lapak/inventory/availability/r2dbc/SqlAvailabilityReader.java"))
        .contains(onOneLine(InventorySql.TOTALS));
  }

  @Test
  void a_script_draws_from_all_of_the_catalogue() {
    assertThat(InventorySql.totals(catalogue(30), 20))
        .startsWith("\\set begin random(1, 11)\n\\set end :begin + 19\nSELECT")
        .contains("('{\"id1\",\"id2\",", "\"id30\"}'::uuid[])[:begin : :end]")
        .doesNotContain(":products");
  }

  @Test
  void an_array_takes_any_text() {
    assertThat(SqlArray.of("text", List.of("it's", "a \"b\"", "c\\d")))
        .isEqualTo("('{\"it''s\",\"a \\\"b\\\"\",\"c\\\\d\"}'::text[])");
  }

  private static Catalogue catalogue(int size) {
    return new Catalogue(
        IntStream.rangeClosed(1, size)
            .mapToObj(i -> new Catalogue.Product("id" + i, "cursor" + i, "seller", 1))
            .toList());
  }

  private static String source(String file) throws IOException {
    return onOneLine(Files.readString(SUBGRAPHS.resolve(file)));
  }

  private static String onOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
