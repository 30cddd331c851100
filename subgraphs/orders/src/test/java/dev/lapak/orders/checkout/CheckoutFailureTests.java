package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.Neighbour;
import dev.lapak.orders.testing.Neighbour.Mood;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.TestCallers;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Checkouts that are cut off, wherever that may be. */
@OrdersTest
@TestPropertySource(properties = {"lapak.orders.attempt-dead=6s", "lapak.orders.attempt-grace=1s"})
class CheckoutFailureTests {

  private static final Duration SWEPT = Duration.ofSeconds(25);

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;
  @Autowired Environment environment;

  Person buyer;
  UUID product;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
    product = world.product(10);
  }

  @AfterEach
  void let_the_database_work_again() {
    checks.execute("DROP TRIGGER IF EXISTS fail ON purchase");
    world.reset();
  }

  static Stream<Arguments> cuts() {
    return Stream.of("products", "users", "inventory")
        .flatMap(
            who ->
                Stream.of(Mood.values())
                    .filter(mood -> mood != Mood.WELL)
                    .map(mood -> Arguments.of(who, mood)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cuts")
  void whoever_does_not_answer_the_same_key_works_afterwards(String who, Mood mood) {
    neighbour(who).is(mood);
    assertThat(code(buyer.checkout("key", line(product, 10)))).isEqualTo("TRY_AGAIN");
    assertThat(count("purchase")).isZero();

    world.reset();
    // All ten: what the first try may have reserved has to be the same reservation.
    JsonNode answer = buyer.checkout("key", line(product, 10));

    assertThat(answer.get("errors")).isEmpty();
    assertThat(answer.get("replayed").asBoolean()).isFalse();
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
    assertThat(world.stock.free(product)).isZero();
    assertThat(count("purchase")).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"FORGETFUL", "SLOW"})
  void what_a_checkout_that_is_not_tried_again_reserved_is_free_again(Mood mood) {
    world.inventory.is(mood);
    assertThat(code(buyer.checkout("key", line(product, 10)))).isEqualTo("TRY_AGAIN");
    assertThat(world.stock.free(product)).isZero();

    world.reset();

    await().atMost(SWEPT).until(() -> world.stock.free(product) == 10);
    await().atMost(SWEPT).until(() -> count("checkout_attempt") == 0);
  }

  @Test
  void after_an_unanswered_try_another_input_is_fine_for_the_key_was_not_bound() {
    world.inventory.is(Mood.FORGETFUL);
    assertThat(code(buyer.checkout("key", line(product, 4)))).isEqualTo("TRY_AGAIN");
    world.reset();

    assertThat(buyer.checkout("key", line(product, 5)).get("errors")).isEmpty();

    await().atMost(SWEPT).until(() -> world.stock.free(product) == 5);
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
  }

  @Test
  void a_write_that_fails_releases_and_the_same_key_makes_one_purchase_afterwards() {
    failWrites();
    String document =
        """
        mutation { checkout(input: {idempotencyKey: "key", lines: [{productId: "%s", quantity: 10}]})
          { replayed } }"""
            .formatted(product);

    assertThat(buyer.failure(document, Map.of())).isEqualTo("INTERNAL");
    assertThat(world.stock.free(product)).isEqualTo(10);
    assertThat(count("checkout_attempt")).isZero();

    checks.execute("DROP TRIGGER fail ON purchase");
    assertThat(buyer.checkout("key", line(product, 10)).get("errors")).isEmpty();
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
    assertThat(count("purchase")).isOne();
  }

  @Test
  void a_write_that_fails_for_twins_ends_in_one_purchase_too() {
    failWrites();
    String document =
        """
        mutation { checkout(input: {idempotencyKey: "key", lines: [{productId: "%s", quantity: 1}]})
          { replayed } }"""
            .formatted(product);
    assertThat(Race.of(5, i -> buyer.failure(document, Map.of()))).containsOnly("INTERNAL");
    checks.execute("DROP TRIGGER fail ON purchase");

    List<JsonNode> answers = Race.of(5, i -> buyer.checkout("key", line(product, 1)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(count("purchase")).isOne();
    await().atMost(SWEPT).until(() -> world.stock.count(product, Status.ACTIVE) == 1);
    assertThat(world.stock.free(product)).isEqualTo(9);
  }

  @Test
  void a_reservation_that_ended_meanwhile_begins_a_new_attempt() {
    world.inventory.is(Mood.FORGETFUL);
    assertThat(code(buyer.checkout("key", line(product, 10)))).isEqualTo("TRY_AGAIN");
    world
        .stock
        .reservations()
        .forEach(
            (id, held) -> {
              if (held.lines().containsKey(product)) {
                world.stock.end(id);
              }
            });
    world.reset();

    assertThat(buyer.checkout("key", line(product, 10)).get("errors")).isEmpty();
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
  }

  @Test
  void a_retry_holds_the_stock_as_long_as_its_own_deadline() throws InterruptedException {
    world.inventory.is(Mood.FORGETFUL);
    assertThat(code(buyer.checkout("key", 3_600, List.of(line(product, 1)))))
        .isEqualTo("TRY_AGAIN");
    world.reset();
    Thread.sleep(1_100);

    JsonNode order =
        buyer
            .checkout("key", 3_600, List.of(line(product, 1)))
            .get("purchase")
            .get("orders")
            .get(0);

    assertThat(world.inventory.asked("extendReservations")).isOne();
    var lease =
        world.stock.reservations().values().stream()
            .filter(held -> held.lines().containsKey(product))
            .findFirst()
            .orElseThrow()
            .expiresAt();
    assertThat(
            Duration.between(
                java.time.OffsetDateTime.parse(order.get("expiresAt").asString()), lease))
        .isGreaterThan(Duration.ofSeconds(55));
  }

  @Test
  void a_buyer_who_hangs_up_has_bought_or_not_but_holds_nothing_for_ever()
      throws IOException, InterruptedException {
    world.inventory.takes(Duration.ofMillis(15));
    for (int millis = 0; millis <= 60; millis += 3) {
      hangUpAfter(millis, "hang-" + millis);
    }
    // Whatever has begun goes on to its end: nobody has to sweep it, which would take 7 s.
    await().atMost(Duration.ofSeconds(5)).until(() -> count("checkout_attempt") == 0);

    assertThat(world.stock.count(product, Status.ACTIVE)).isEqualTo(count("orders"));
    assertThat(count("orders")).isPositive();
    assertThat(
            checks.queryForList(
                "SELECT reservation_id FROM orders WHERE buyer_id = ?", UUID.class, buyer.id()))
        .allMatch(id -> world.stock.reservations().containsKey(id));
  }

  private void hangUpAfter(int millis, String key) throws IOException, InterruptedException {
    String body =
        "{\"query\":\"mutation { checkout(input: {idempotencyKey: \\\"%s\\\", lines: [{productId: \\\"%s\\\", quantity: 1}]}) { replayed } }\"}"
            .formatted(key, product);
    int port = environment.getRequiredProperty("local.server.port", Integer.class);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              """
              POST /graphql HTTP/1.1\r
              Host: localhost\r
              Content-Type: application/json\r
              Accept: application/json\r
              %s: %s\r
              Authorization: Bearer %s\r
              Content-Length: %d\r
              \r
              %s"""
                  .formatted(
                      "lapak-caller",
                      TestCallers.header("router"),
                      buyer.token(),
                      body.length(),
                      body)
                  .getBytes(StandardCharsets.UTF_8));
      Thread.sleep(millis);
    }
  }

  private void failWrites() {
    checks.execute(
        """
        CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the disk is on fire'; END $$;
        CREATE TRIGGER fail BEFORE INSERT ON purchase FOR EACH ROW EXECUTE FUNCTION fail()
        """);
  }

  private Neighbour neighbour(String name) {
    return switch (name) {
      case "products" -> world.products;
      case "users" -> world.users;
      default -> world.inventory;
    };
  }

  private long count(String table) {
    Long count =
        checks.queryForObject(
            "SELECT count(*) FROM " + table + " WHERE buyer_id = ?", Long.class, buyer.id());
    return count == null ? -1 : count;
  }

  private static String code(JsonNode answer) {
    assertThat(answer.get("purchase").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
