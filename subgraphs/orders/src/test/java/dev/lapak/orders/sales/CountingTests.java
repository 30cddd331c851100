package dev.lapak.orders.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.ManyOrders;
import dev.lapak.orders.testing.OrdersTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

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
  void each_sale_is_counted_once_by_everybody_seller_and_product_by_quarters_and_days() {
    assertThat(killed).hasPositiveValue();
    for (String grain : List.of("QUARTER", "DAY")) {
      assertThat(counted("ALL", grain)).isNotEmpty().isEqualTo(sold("ALL", grain, NONE, NONE));
      assertThat(counted("SELLER", grain)).isEqualTo(sold("SELLER", grain, "seller_id", NONE));
      assertThat(counted("PRODUCT", grain))
          .isEqualTo(sold("PRODUCT", grain, "seller_id", "product_id"));
    }
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
