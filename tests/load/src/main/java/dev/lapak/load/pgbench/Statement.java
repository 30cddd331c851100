package dev.lapak.load.pgbench;

import dev.lapak.load.workload.Catalogue;
import dev.lapak.load.workload.Reads;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A request's SQL, with what to ask it for.
 *
 * @param name the request, as in the other table
 * @param database whose it is
 * @param sql with parameters such as {@code :products}
 * @param types the parameters' types
 * @param draws the parameters' values; each execution takes one of these
 */
public record Statement(
    String name,
    String database,
    String sql,
    Map<String, String> types,
    List<Map<String, String>> draws) {

  /**
   * Enough to ask all over the catalogue. Each is a statement of its own to pgbench, planned anew
   * the first times it is run, which must not weigh.
   */
  private static final int DRAWS = 32;

  /** The statements that the two reads are made of. */
  public static List<Statement> ofReads(Catalogue catalogue) {
    return List.of(
        of(
            Reads.LIST,
            "products",
            ProductsSql.PAGE,
            ProductsSql.PAGE_TYPES,
            () -> ProductsSql.page(catalogue.anyBeforeAPage())),
        of(
            Reads.LIST,
            "inventory",
            InventorySql.TOTALS,
            InventorySql.TYPES,
            () -> InventorySql.products(catalogue.anyPage())),
        of(
            Reads.DETAIL,
            "products",
            ProductsSql.BY_ID,
            ProductsSql.BY_ID_TYPES,
            () -> ProductsSql.product(catalogue.any())),
        of(
            Reads.DETAIL,
            "inventory",
            InventorySql.TOTALS,
            InventorySql.TYPES,
            () -> InventorySql.products(List.of(catalogue.any()))));
  }

  /** What orders writes for a checkout of one. */
  public static Statement ofCheckout(String name) {
    return new Statement(name, "orders", OrdersSql.checkout(), Map.of(), List.of(Map.of()));
  }

  private static Statement of(
      String name,
      String database,
      String sql,
      Map<String, String> types,
      Supplier<Map<String, String>> draw) {
    return new Statement(name, database, sql, types, Stream.generate(draw).limit(DRAWS).toList());
  }

  /** The script of a draw, whose values are pgbench's variables, so that they are parameters. */
  String script(int draw) {
    String script = sql.strip();
    for (Map.Entry<String, String> parameter : types.entrySet()) {
      script =
          script.replace(
              ":" + parameter.getKey(),
              ":" + variable(parameter.getKey(), draw) + "::" + parameter.getValue());
    }
    return script + ";\n";
  }

  static String variable(String parameter, int draw) {
    return parameter + "_" + draw;
  }
}
