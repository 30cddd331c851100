package dev.lapak.local.replay;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An order as its buyer reads it afterwards. */
record FoundOrder(String id, String status, Price total, Seller seller, List<Line> lines) {

  private static final String PAGE =
      """
      query ($from: DateTime!, $after: String) {
        myOrders(first: 10, after: $after, filter: {placedFrom: $from}) {
          edges {
            node {
              id status total { amount currency } seller { id }
              lines { sku quantity unitPrice { amount currency } total { amount currency } }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  /** All that somebody placed since, by id. */
  static Map<String, FoundOrder> all(Person buyer, OffsetDateTime since) {
    Map<String, FoundOrder> found = new HashMap<>();
    String after = null;
    do {
      Map<String, @Nullable Object> variables = new HashMap<>();
      variables.put("from", since.toString());
      variables.put("after", after);
      Answer page = buyer.read(PAGE, variables);
      page.list("myOrders.edges", Edge.class)
          .forEach(edge -> found.put(edge.node().id(), edge.node()));
      after =
          page.<Boolean>get("myOrders.pageInfo.hasNextPage")
              ? page.get("myOrders.pageInfo.endCursor")
              : null;
    } while (after != null);
    return found;
  }

  /** By SKU. */
  Map<String, Integer> quantities() {
    Map<String, Integer> quantities = new TreeMap<>();
    lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Integer::sum));
    return quantities;
  }

  boolean isCancelled() {
    return status.equals("CANCELLED");
  }

  private record Edge(FoundOrder node) {}

  record Price(BigDecimal amount, String currency) {

    boolean isPounds(BigDecimal pounds) {
      return currency.equals("GBP") && amount.compareTo(pounds) == 0;
    }

    @Override
    public String toString() {
      return currency + " " + amount;
    }
  }

  record Seller(String id) {}

  record Line(String sku, int quantity, Price unitPrice, Price total) {}
}
