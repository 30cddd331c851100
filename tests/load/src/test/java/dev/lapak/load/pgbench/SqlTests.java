package dev.lapak.load.pgbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.load.workload.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Products puts its SQL together; these are the parts. */
  @Test
  void products_are_asked_for_as_products_does() throws IOException {
    String directory = "products/src/main/java/dev/lapak/products/product/r2dbc/";

    assertThat(source(directory + "ProductRow.java"))
        .contains(onOneLine(ProductsSql.COLUMNS))
        .contains(onOneLine(ProductsSql.TABLES.strip()));
    assertThat(source(directory + "ProductQuery.java")).contains("WHERE NOT products.archived");
    assertThat(source(directory + "Keyset.java"))
        .contains("\"products.id DESC\", \"products.id < %s\"");
    assertThat(source(directory + "ProductPageTable.java")).contains("ORDER BY ", "LIMIT ");
    assertThat(source(directory + "ProductTable.java")).contains("WHERE products.id = ANY ($1)");
  }

  @Test
  void checkouts_are_written_as_orders_does() throws IOException {
    String directory = "orders/src/main/java/dev/lapak/orders/";

    assertThat(source(directory + "checkout/r2dbc/SqlAttempts.java"))
        .contains(onOneLine(OrdersSql.BEGIN));
    assertThat(source(directory + "checkout/r2dbc/WriteStatement.java"))
        .contains(onOneLine(OrdersSql.WRITE));
    assertThat(source(directory + "order/r2dbc/OrderRows.java").replace("\\ ", ""))
        .contains(onOneLine(OrdersSql.COLUMNS));
  }

  @Test
  void all_that_a_checkout_is_told_is_there() {
    assertThat(OrdersSql.checkout())
        .contains("\\gset", ":attempt::uuid", "INSERT INTO order_line")
        .doesNotContain("%s", ":hashes", ":lineTotals");
  }

  @Test
  void migrations_come_in_their_order() {
    String script = Sandbox.inOrder(SUBGRAPHS.resolve("orders/src/main/resources/db/orders"));

    assertThat(script.indexOf("CREATE TABLE orders"))
        .isGreaterThanOrEqualTo(0)
        .isLessThan(script.indexOf("CREATE TABLE outbox"));
    assertThat(script.indexOf("CREATE TABLE outbox"))
        .isLessThan(script.indexOf("CREATE TABLE cart "));
  }

  @Test
  void each_draw_is_a_script_with_parameters_of_its_own() {
    Statement statement =
        new Statement(
            "any",
            "any",
            "SELECT :products, x::text WHERE :after < y\n",
            Map.of("products", "uuid[]", "after", "text"),
            List.of());

    assertThat(statement.script(7))
        .isEqualTo("SELECT :products_7::uuid[], x::text WHERE :after_7::text < y;\n");
  }

  @Test
  void draws_come_from_the_catalogue() {
    List<Statement> statements = Statement.ofReads(catalogue(30));

    assertThat(statements)
        .allSatisfy(
            statement -> {
              assertThat(statement.draws()).hasSize(32);
              assertThat(Set.copyOf(statement.draws())).hasSizeGreaterThan(3);
            });
    assertThat(statements.get(1).draws())
        .allSatisfy(draw -> assertThat(draw.getOrDefault("products", "").split(",")).hasSize(20));
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
