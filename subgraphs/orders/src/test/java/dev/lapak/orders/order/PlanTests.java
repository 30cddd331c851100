package dev.lapak.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.sales.SalesSums;
import dev.lapak.orders.testing.ManyOrders;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Plans;
import dev.lapak.platform.testing.SentStatements;
import dev.lapak.platform.testing.SentStatements.Sent;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * How lists and sales are read where there are many orders: 50,000, or as many as {@code
 * -Dlapak.plans.orders=1000000} says. What is sent to PostgreSQL is explained in a session like the
 * subgraph's own, which takes one plan for all values. Leaves all plans in {@code
 * target/plans.txt}.
 */
@OrdersTest
@Import(SentStatements.class)
@TestPropertySource(properties = "lapak.orders.plans=have-a-database-of-their-own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTests {

  private static final int ORDERS = Integer.getInteger("lapak.plans.orders", 50_000);
  private static final Path REPORT = Path.of("target/plans.txt");
  private static final Pattern READS = Pattern.compile("FROM (orders|sales|unnest)\\b");
  private static final Pattern WASTED = Pattern.compile("Rows Removed by (?:Join )?Filter: (\\d+)");
  private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);

  @Autowired SubgraphTester subgraph;
  @Autowired SentStatements statements;
  @Autowired JdbcTemplate checks;

  private Plans plans;
  private String buyer;
  private String seller;
  private String admin;

  /**
   * @param wasted how many rows may be read in vain
   */
  record Asked(String name, String token, String field, int wasted) {

    @Override
    public String toString() {
      return name + ": " + field;
    }
  }

  @BeforeAll
  void many_orders(@Autowired Environment environment, @Autowired SalesSums sums)
      throws SQLException, IOException {
    Files.deleteIfExists(REPORT);
    ManyOrders.write(checks, ORDERS);
    while (isBehind()) {
      sums.countNext(2_000).block();
    }
    checks.execute("VACUUM ANALYZE");
    buyer = TestIssuer.customer(ManyOrders.buyer(checks, 0));
    World.Shop shop = new World.Shop(UUID.randomUUID(), ManyOrders.seller(checks, 0), "GBP");
    seller = shop.token();
    admin = TestIssuer.admin(UUID.randomUUID());
    String options = environment.getRequiredProperty("spring.r2dbc.properties.options");
    plans = new Plans(environment.getRequiredProperty("lapak.db.name"), options);
  }

  private boolean isBehind() {
    return Boolean.TRUE.equals(
        checks.queryForObject(
            """
            SELECT position < (SELECT max(position) FROM outbox) FROM outbox_consumer WHERE name = 'sales'
            """,
            Boolean.class));
  }

  @AfterAll
  void close() throws SQLException {
    plans.close();
  }

  Stream<Asked> asked() {
    List<Asked> all = new ArrayList<>();
    String week =
        "placedFrom: \"%s\", placedBefore: \"%s\"".formatted(NOW.minusDays(7), NOW.minusDays(1));
    String range = "total: {currency: \"GBP\", min: \"1900\", max: \"1950\"}";
    for (OrderSort sort : OrderSort.values()) {
      for (String filter :
          List.of("", "status: [PAID]", "status: [SHIPPED, DELIVERED]", week, range)) {
        String arguments = "(filter: {%s}, sort: %s)".formatted(filter, sort);
        all.add(list("a buyer", buyer, "myOrders" + arguments));
        all.add(list("a seller", seller, "sellerOrders" + arguments));
        all.add(list("an admin", admin, "orders" + arguments));
      }
      for (String filter :
          List.of(
              "number: \"0000-0777\"",
              "sellerId: \"%s\"".formatted(ManyOrders.seller(checks, 1)),
              "buyerId: \"%s\"".formatted(ManyOrders.buyer(checks, 1)),
              "buyerId: \"%s\", status: [COMPLETED], %s"
                  .formatted(ManyOrders.buyer(checks, 1), week))) {
        all.add(list("an admin", admin, "orders(filter: {%s}, sort: %s)".formatted(filter, sort)));
      }
    }
    for (String field : List.of("confirmationQueue(first: 20)", "confirmedOrders(first: 20)")) {
      all.add(list("a seller", seller, field));
      all.add(list("an admin", admin, field));
    }
    String year = "from: \"%s\", to: \"%s\"".formatted(NOW.minusDays(366), NOW);
    String month = "from: \"%s\", to: \"%s\"".formatted(NOW.minusDays(31), NOW);
    for (String token : List.of(seller, admin)) {
      String who = token.equals(seller) ? "a seller" : "an admin";
      all.add(sales(who, token, "sales(%s, timeZone: \"Asia/Jakarta\")".formatted(year)));
      all.add(sales(who, token, "sales(%s, by: HOUR)".formatted(month)));
      all.add(page(who, token, "salesByProduct(%s)".formatted(year)));
      all.add(page(who, token, "salesByProduct(%s)".formatted(month)));
    }
    all.add(page("an admin", admin, "salesBySeller(%s)".formatted(year)));
    return all.stream();
  }

  private static Asked list(String who, String token, String field) {
    return new Asked(who, token, field + " { edges { cursor } pageInfo { endCursor } }", 1_000);
  }

  private static Asked page(String who, String token, String field) {
    return new Asked(who, token, field + " { edges { cursor } pageInfo { endCursor } }", 1_000);
  }

  private static Asked sales(String who, String token, String field) {
    return new Asked(who, token, field + " { currency total { orders } }", 0);
  }

  @ParameterizedTest
  @MethodSource("asked")
  void no_table_is_read_whole(Asked asked) throws SQLException, IOException {
    List<Sent> all = sent(asked);
    assertThat(all).isNotEmpty();
    for (Sent sent : all) {
      String plan = String.join("\n", plans.explain(plans.prepare(sent)));
      report(asked, sent, plan);
      assertThat(plan).doesNotContain("Seq Scan");
      assertThat(wasted(plan)).as(plan).isLessThanOrEqualTo(asked.wasted());
    }
  }

  /** The first page, and the one after it. */
  private List<Sent> sent(Asked asked) {
    List<Sent> all = new ArrayList<>(send(asked));
    if (asked.field().contains("pageInfo")) {
      subgraph
          .with(asked.token())
          .document("{ list: " + asked.field() + " }")
          .execute()
          .path("list.edges[-1:].cursor")
          .entityList(String.class)
          .get()
          .forEach(
              end -> {
                String next = asked.field().replaceFirst("\\(", "(after: \"" + end + "\", ");
                all.addAll(send(new Asked(asked.name(), asked.token(), next, asked.wasted())));
              });
    }
    return all;
  }

  private List<Sent> send(Asked asked) {
    return statements
        .of(
            () ->
                subgraph
                    .with(asked.token())
                    .document("{ list: " + asked.field() + " }")
                    .execute()
                    .path("list")
                    .hasValue())
        .stream()
        // Housekeeping runs by the clock, so that it may come in between.
        .filter(sent -> READS.matcher(sent.sql()).find() && !sent.sql().contains("UPDATE"))
        .toList();
  }

  private static int wasted(String plan) {
    return WASTED.matcher(plan).results().mapToInt(found -> Integer.parseInt(found.group(1))).sum();
  }

  private static void report(Asked asked, Sent sent, String plan) throws IOException {
    Matcher time = Pattern.compile("Execution Time: ([0-9.]+)").matcher(plan);
    String text =
        "%s\n%s ms\n%s\n%s\n%s\n\n"
            .formatted(asked, time.find() ? time.group(1) : "?", sent.sql(), sent.values(), plan);
    Files.writeString(REPORT, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
