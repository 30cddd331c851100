package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.Cable;
import dev.lapak.orders.testing.Cable.Moment;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.SubgraphTestContext;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The network breaks before and after each statement of a checkout: for PostgreSQL may have done it
 * or not. What breaks between the subgraphs is {@code tests/e2e}'s.
 */
@OrdersTest
@ContextConfiguration(initializers = {SubgraphTestContext.class, FaultTests.Wiring.class})
@TestPropertySource(
    properties = {
      "lapak.orders.attempt-dead=3s",
      "lapak.orders.attempt-grace=500ms",
      // Each statement brings its text.
      "spring.r2dbc.properties.preparedStatementCacheQueries=0"
    })
class FaultTests {

  @Autowired Cable toDatabase;
  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  Person buyer;
  UUID product;
  UUID other;

  /** Orders reaches PostgreSQL through a cable. */
  static final class Wiring
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Cable toDatabase =
          new Cable(context.getEnvironment().getRequiredProperty("lapak.db.port", Integer.class));
      context.getBeanFactory().registerSingleton("toDatabase", toDatabase);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "faults",
                  Map.of(
                      "spring.r2dbc.url",
                      "r2dbc:postgresql://127.0.0.1:%d/%s"
                          .formatted(
                              toDatabase.port(),
                              context.getEnvironment().getRequiredProperty("lapak.db.name")))));
    }
  }

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
    product = world.product(10);
    other = world.product(10);
  }

  @AfterEach
  void mend() {
    toDatabase.mend();
  }

  static Stream<Arguments> faults() {
    return Stream.of("known AS", "WITH ended AS", "owned AS MATERIALIZED", "FROM cart_line")
        .flatMap(
            statement ->
                Stream.of(Moment.values())
                    .flatMap(
                        moment ->
                            Stream.of(0, 1, 2)
                                .map(later -> Arguments.of(statement, moment, later))));
  }

  @ParameterizedTest(name = "{0} {1} +{2}")
  @MethodSource("faults")
  void wherever_it_breaks_the_same_key_ends_in_one_purchase(
      String statement, Moment moment, int later) {
    boolean cart = statement.contains("cart") || statement.contains("owned");
    buyer.add(product, 10);
    buyer.add(other, 1);
    toDatabase.breakAt(statement, later, moment, 1);
    try {
      buy(cart);
    } catch (AssertionError unanswered) {
      // Whether it was bought is unknown to the buyer.
    }
    int left = toDatabase.mend();
    assertThat(left).as("times that it has still to break").isEqualTo(later == 0 ? 0 : left);

    JsonNode answer = patiently(cart);

    assertThat(answer.get("errors")).isEmpty();
    assertThat(answer.get("purchase").get("orders")).hasSize(2);
    JsonNode again = patiently(cart);
    assertThat(again.get("purchase")).isEqualTo(answer.get("purchase"));
    assertThat(again.get("replayed").asBoolean()).isTrue();
    assertThat(count("purchase")).isOne();
    assertThat(count("orders")).isEqualTo(2);
    // The retry may have begun anew; then the first try's stock is given back.
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
              assertThat(world.stock.count(other, Status.ACTIVE)).isOne();
              assertThat(count("checkout_attempt")).isZero();
            });
    assertThat(
            checks.queryForList(
                "SELECT reservation_id FROM orders WHERE buyer_id = ?", UUID.class, buyer.id()))
        .allMatch(
            id ->
                Objects.requireNonNull(world.stock.reservations().get(id)).status()
                    == Status.ACTIVE);
    assertThat(buyer.cart().get("lines")).hasSize(cart ? 0 : 2);
  }

  /** A connection that was cut may be found so only when it is used again. */
  private JsonNode patiently(boolean cart) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> tried(cart), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<JsonNode> tried(boolean cart) {
    try {
      return Optional.of(buy(cart)).filter(answer -> answer.get("errors").isEmpty());
    } catch (AssertionError unanswered) {
      return Optional.empty();
    }
  }

  private JsonNode buy(boolean cart) {
    return cart
        ? buyer.checkoutCart("key")
        : buyer.checkout("key", line(product, 10), line(other, 1));
  }

  private long count(String table) {
    Long count =
        checks.queryForObject(
            "SELECT count(*) FROM " + table + " WHERE buyer_id = ?", Long.class, buyer.id());
    return count == null ? -1 : count;
  }
}
