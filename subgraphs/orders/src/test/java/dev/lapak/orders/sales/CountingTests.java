package dev.lapak.orders.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.ManyOrders;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Eight count at the same time as the subgraph itself, and are killed while they do. */
@OrdersTest
@TestPropertySource(properties = "lapak.orders.counting=has-a-database-of-its-own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingTests {

  private static final int COUNTERS = 8;

  private static final String COUNTED =
      """
      SELECT dimension, grain, seller_id, product_id, currency, sum(orders) AS orders, sum(units) AS units,
        sum(paid) AS paid, sum(cancelled_orders) AS cancelled_orders, sum(cancelled_units) AS cancelled_units,
        sum(cancelled) AS cancelled
      FROM sales WHERE dimension = ? AND grain = ?
      GROUP BY dimension, grain, seller_id, product_id, currency ORDER BY 3, 4, 5
      """;

  private static final String SOLD =
      """
      SELECT ? AS dimension, ? AS grain, %1$s AS seller_id, %2$s AS product_id, currency,
        count(DISTINCT o.id) AS orders, sum(quantity)::numeric AS units, sum(l.total)::numeric(23, 4) AS paid,
        count(DISTINCT o.id) FILTER (WHERE status = 'CANCELLED') AS cancelled_orders,
        coalesce(sum(quantity) FILTER (WHERE status = 'CANCELLED'), 0)::numeric AS cancelled_units,
        coalesce(sum(l.total) FILTER (WHERE status = 'CANCELLED'), 0)::numeric(23, 4) AS cancelled
      FROM orders o JOIN order_line l ON l.order_id = o.id
      WHERE paid_at IS NOT NULL
      GROUP BY 3, 4, 5 ORDER BY 3, 4, 5
      """;

  private static final String NONE = "'00000000-0000-0000-0000-000000000000'::uuid";

  @Autowired SalesSums sums;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  private final AtomicInteger killed = new AtomicInteger();

  @BeforeAll
  void count_under_fire() throws SQLException, InterruptedException {
    ManyOrders.write(checks, 5_000);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < COUNTERS; i++) {
        threads.submit(this::count);
      }
      while (isBehind()) {
        kill();
        Thread.sleep(Duration.ofMillis(5));
      }
    }
  }

  @Test
  void each_sale_is_counted_once_by_everybody_seller_and_product_by_all_grains() {
    assertThat(killed).hasPositiveValue();
    for (String grain : List.of("QUARTER", "HOUR", "DAY", "MONTH")) {
      assertThat(counted("ALL", grain)).isNotEmpty().isEqualTo(sold("ALL", grain, NONE, NONE));
      assertThat(counted("SELLER", grain)).isEqualTo(sold("SELLER", grain, "seller_id", NONE));
    }
    for (String grain : List.of("QUARTER", "DAY", "MONTH")) {
      assertThat(counted("PRODUCT", grain))
          .isEqualTo(sold("PRODUCT", grain, "seller_id", "product_id"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, day, UTC",
    "DAY, day, Asia/Kathmandu",
    "DAY, day, America/St_Johns",
    "HOUR, hour, Asia/Kathmandu"
  })
  void periods_of_a_time_zone_have_what_was_paid_in_them(String by, String field, String zone) {
    OffsetDateTime to = OffsetDateTime.now(ZoneOffset.UTC).minusDays(2);
    OffsetDateTime from = to.minusDays(30);
    Map<String, BigDecimal> paid = new TreeMap<>();
    for (JsonNode series :
        admin()
            .ask(
                """
                query ($from: DateTime!, $to: DateTime!, $by: SalesUnit!, $zone: String!) {
                  sales(from: $from, to: $to, by: $by, timeZone: $zone) {
                    currency periods { from sales { orders paid { amount } } }
                  }
                }""",
                Map.of("from", from.toString(), "to", to.toString(), "by", by, "zone", zone))
            .get("sales")) {
      for (JsonNode period : series.get("periods")) {
        if (period.get("sales").get("orders").asInt() > 0) {
          paid.put(
              series.get("currency").asString()
                  + " "
                  + OffsetDateTime.parse(period.get("from").asString()).toInstant(),
              amount(period.get("sales").get("paid")));
        }
      }
    }

    Map<String, BigDecimal> expected = new TreeMap<>();
    checks.query(
        """
        SELECT o.currency, date_trunc(?, paid_at, ?) AS period, sum(o.total) AS paid FROM orders o
        WHERE paid_at >= date_trunc(?, ?::timestamptz, ?) AND paid_at < (
          date_trunc(?, ?::timestamptz AT TIME ZONE ?) + ('1 ' || ?)::interval) AT TIME ZONE ?
        GROUP BY 1, 2
        """,
        row -> {
          expected.put(
              row.getString("currency")
                  + " "
                  + row.getObject("period", OffsetDateTime.class).toInstant(),
              row.getBigDecimal("paid").stripTrailingZeros());
        },
        field,
        zone,
        field,
        from,
        zone,
        field,
        to,
        zone,
        field,
        zone);
    assertThat(paid).isNotEmpty().isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"400, 40", "90, 89", "3, 2", "33, 1"})
  void products_are_ranked_by_what_was_sold_in_any_range_of_quarters(int fromDays, int toDays) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
    OffsetDateTime from = now.minusDays(fromDays).plusHours(7).plusMinutes(45);
    OffsetDateTime to = now.minusDays(toDays).minusMinutes(30);
    List<String> ranked = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode list =
          admin()
              .ask(
                  """
                  query ($from: DateTime!, $to: DateTime!) {
                    list: salesByProduct(from: $from, to: $to, first: 100%s) {
                      pageInfo { hasNextPage endCursor }
                      edges { node { product { id } sales { units net { amount currency } } } }
                    }
                  }"""
                      .formatted(after),
                  Map.of("from", from.toInstant().toString(), "to", to.toInstant().toString()))
              .get("list");
      for (JsonNode edge : list.get("edges")) {
        JsonNode sales = edge.get("node").get("sales");
        ranked.add(
            "%s %s %s %s"
                .formatted(
                    sales.get("net").get("currency").asString(),
                    edge.get("node").get("product").get("id").asString(),
                    sales.get("units").asString(),
                    amount(sales.get("net")).toPlainString()));
      }
      if (!list.get("pageInfo").get("hasNextPage").asBoolean()) {
        break;
      }
      after = ", after: \"" + list.get("pageInfo").get("endCursor").asString() + "\"";
    }

    List<String> expected =
        checks.queryForList(
            """
            SELECT concat_ws(' ', currency, product_id, coalesce(sum(quantity) FILTER (WHERE type <> 'CANCELLED'), 0),
              trim_scale(sum(CASE type WHEN 'CANCELLED' THEN -l.total ELSE l.total END)))
            FROM outbox e JOIN orders o ON o.id = e.stream JOIN order_line l ON l.order_id = o.id
            WHERE e.type IN ('PAYMENT_APPROVED', 'CANCELLED') AND e.occurred_at >= ? AND e.occurred_at < ?
            GROUP BY currency, o.seller_id, product_id
            ORDER BY currency, sum(CASE type WHEN 'CANCELLED' THEN -l.total ELSE l.total END) DESC,
              o.seller_id, product_id
            """,
            String.class,
            from,
            to);
    assertThat(ranked).isNotEmpty().isEqualTo(expected);
  }

  private Person admin() {
    return people.admin();
  }

  private static BigDecimal amount(JsonNode money) {
    return new BigDecimal(money.get("amount").asString()).stripTrailingZeros();
  }

  private void count() {
    while (isBehind()) {
      try {
        sums.countNext(50).block();
      } catch (RuntimeException e) {
        // Killed: somebody else goes on.
      }
    }
  }

  private boolean isBehind() {
    return Boolean.TRUE.equals(
        checks.queryForObject(
            """
            SELECT position < (SELECT max(position) FROM outbox) FROM outbox_consumer WHERE name = 'sales'
            """,
            Boolean.class));
  }

  private void kill() {
    killed.addAndGet(
        checks
            .queryForList(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active' AND query LIKE 'WITH mark%'
                """)
            .size());
  }

  private List<Map<String, @Nullable Object>> counted(String dimension, String grain) {
    return checks.queryForList(COUNTED, dimension, grain);
  }

  private List<Map<String, @Nullable Object>> sold(
      String dimension, String grain, String seller, String product) {
    return checks.queryForList(SOLD.formatted(seller, product), dimension, grain);
  }
}
