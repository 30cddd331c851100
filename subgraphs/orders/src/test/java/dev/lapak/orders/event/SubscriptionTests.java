package dev.lapak.orders.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.outbox.PositionCursor;
import dev.lapak.platform.testing.Live;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@OrdersTest
@TestPropertySource(properties = "lapak.outbox.max-behind=500")
class SubscriptionTests {

  private static final String ONE =
      """
      subscription ($id: ID!, $after: String) {
        orderStatusChanged(orderId: $id, after: $after) {
          cursor sequence type status orderId
          order { id status version lines { title } proofs { id } }
        }
      }""";

  private static final String MANY =
      """
      subscription ($scope: OrderScope!, $after: String) {
        orderEvents(scope: $scope, after: $after) {
          cursor sequence type status orderId occurredAt
          # Takes a statement: events must not overtake each other meanwhile.
          order { version lines { title } }
        }
      }""";

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;
  @Autowired Environment environment;

  private final List<Live> open = new ArrayList<>();
  World.Shop shop;
  Person buyer;
  Person seller;
  UUID product;

  @BeforeEach
  void everybody() {
    world.reset();
    shop = world.shop();
    product = world.product(shop, "1.00", 100_000);
    buyer = people.buyer();
    seller = people.seller(shop);
  }

  @AfterEach
  void hangUp() {
    open.forEach(Live::close);
  }

  @Test
  void one_order_is_told_from_its_first_event_and_then_live() {
    String order = buy();
    Live live = one(buyer, order, null);

    JsonNode placed = live.next();
    assertThat(placed.get("type").asString()).isEqualTo("PLACED");
    assertThat(placed.get("sequence").asInt()).isOne();
    assertThat(placed.get("status").asString()).isEqualTo("PENDING_PAYMENT");
    assertThat(placed.get("orderId").asString()).isEqualTo(order);
    assertThat(placed.get("order").get("id").asString()).isEqualTo(order);

    String proof = buyer.prove(order);
    JsonNode submitted = live.next();
    assertThat(submitted.get("type").asString()).isEqualTo("PROOF_SUBMITTED");
    // Read when the event is read, not remembered from the one before.
    assertThat(submitted.get("order").get("status").asString()).isEqualTo("PAYMENT_REVIEW");
    assertThat(submitted.get("order").get("lines")).hasSize(1);
    assertThat(submitted.get("order").get("proofs")).hasSize(1);
    seller.reject(proof, "no");
    assertThat(live.next().get("type").asString()).isEqualTo("PAYMENT_REJECTED");
    seller.approve(buyer.prove(order));
    assertThat(live.next(2).getLast().get("type").asString()).isEqualTo("PAYMENT_APPROVED");
    assertThat(live.isQuiet()).isTrue();
  }

  @Test
  void its_seller_and_admins_see_it_too() {
    String order = buy();
    assertThat(one(seller, order, null).next().get("sequence").asInt()).isOne();
    assertThat(one(people.admin(), order, null).next().get("sequence").asInt()).isOne();
  }

  @Test
  void to_strangers_an_order_is_not_there() {
    String order = buy();
    assertThat(one(people.buyer(), order, null).failure()).isEqualTo("NOT_FOUND");
    assertThat(one(people.seller(world.shop()), order, null).failure()).isEqualTo("NOT_FOUND");
    assertThat(one(buyer, UUID.randomUUID().toString(), null).failure()).isEqualTo("NOT_FOUND");
    assertThat(one(buyer, "what?", null).failure()).isEqualTo("NOT_FOUND");
  }

  @Test
  void scopes_are_for_those_whose_they_are() {
    assertThat(live(null, MANY, Map.of("scope", "MINE")).failure()).isEqualTo("UNAUTHENTICATED");
    assertThat(live(null, ONE, Map.of("id", buy())).failure()).isEqualTo("UNAUTHENTICATED");
    assertThat(many(buyer, "SELLER", null).failure()).isEqualTo("FORBIDDEN");
    assertThat(many(buyer, "ALL", null).failure()).isEqualTo("FORBIDDEN");
    assertThat(many(seller, "ALL", null).failure()).isEqualTo("FORBIDDEN");
  }

  @Test
  void each_scope_tells_its_own_from_now_on() {
    String before = buy();
    Live mine = many(buyer, "MINE", null);
    Live sold = many(seller, "SELLER", null);
    Live all = many(people.admin(), "ALL", null);
    Live others = many(people.seller(world.shop()), "SELLER", null);

    String order = buy();
    String foreign = people.buyer().buy(world.product(5)).get("id").asString();
    buyer.cancel(order, null);

    assertThat(mine.next(2))
        .extracting(SubscriptionTests::text)
        .containsExactly(order + " 1 PLACED", order + " 2 CANCELLED");
    assertThat(sold.next(2))
        .extracting(SubscriptionTests::text)
        .containsExactly(order + " 1 PLACED", order + " 2 CANCELLED");
    assertThat(all.next(3))
        .extracting(SubscriptionTests::text)
        .contains(order + " 1 PLACED", foreign + " 1 PLACED", order + " 2 CANCELLED")
        .doesNotContain(before + " 1 PLACED");
    assertThat(mine.isQuiet()).isTrue();
    assertThat(others.isQuiet()).isTrue();
  }

  @Test
  void what_is_committed_after_the_head_of_the_answer_is_among_what_is_told() {
    for (int i = 0; i < 30; i++) {
      Live mine = many(buyer, "MINE", null);
      String order = buyer.buy(product).get("id").asString();
      assertThat(text(mine.next())).isEqualTo(order + " 1 PLACED");
      mine.close();
    }
  }

  @Test
  void who_resumes_gets_what_was_missed_and_then_what_comes() {
    Live first = many(buyer, "MINE", null);
    String one = buy();
    String cursor = first.next().get("cursor").asString();
    first.close();
    String two = buy();
    buyer.cancel(one, null);

    Live again = many(buyer, "MINE", cursor);
    assertThat(again.next(2))
        .extracting(SubscriptionTests::text)
        .containsExactly(two + " 1 PLACED", one + " 2 CANCELLED");
    String three = buy();
    assertThat(text(again.next())).isEqualTo(three + " 1 PLACED");

    Live ofOne = one(buyer, one, cursor);
    assertThat(ofOne.next().get("sequence").asInt()).isEqualTo(2);
    assertThat(ofOne.isQuiet()).isTrue();
  }

  @Test
  void while_many_buy_and_hang_up_and_resume_each_event_comes_once_in_order() {
    Live witness = many(seller, "SELLER", null);
    int buyers = 6;
    int orders = 15;

    List<Object> results =
        Race.of(
            buyers + 4,
            i -> {
              if (i < buyers) {
                Person someone = people.buyer();
                for (int n = 0; n < orders; n++) {
                  String order = someone.buy(product).get("id").asString();
                  someone.cancel(order, null);
                }
                return "bought";
              }
              return hop(buyers * orders * 2);
            });

    List<String> seen =
        witness.next(buyers * orders * 2).stream().map(SubscriptionTests::text).toList();
    for (Object result : results.subList(buyers, results.size())) {
      assertThat(result).isEqualTo(seen);
    }
    assertThat(seen).doesNotHaveDuplicates();
    Map<String, Integer> last = new HashMap<>();
    for (String event : seen) {
      String order = event.split(" ", -1)[0];
      int sequence = Integer.parseInt(event.split(" ", -1)[1]);
      assertThat(sequence).isEqualTo(last.getOrDefault(order, 0) + 1);
      last.put(order, sequence);
    }
  }

  /** Follows the shop from its beginning, a few events each time. */
  private List<String> hop(int total) {
    List<String> seen = new ArrayList<>();
    String cursor = beginning();
    while (seen.size() < total) {
      try (Live live = many(seller, "SELLER", cursor)) {
        for (int i = 0; i < 7 && seen.size() < total; i++) {
          JsonNode event = live.next();
          seen.add(text(event));
          cursor = event.get("cursor").asString();
        }
      }
    }
    return seen;
  }

  private String beginning() {
    Long first =
        checks.queryForObject(
            "SELECT coalesce((SELECT min(position) FROM outbox WHERE seller_id = ?), (SELECT max(position) + 1 FROM outbox), 1)",
            Long.class,
            shop.id());
    return new PositionCursor(first == null ? 0 : first - 1).encode();
  }

  @Test
  void a_cursor_is_one_of_ours_not_of_the_future_and_not_too_old() {
    String order = buy();
    for (String cursor : List.of("", "what?", "MQ==")) {
      assertThat(many(buyer, "MINE", cursor).failure()).isEqualTo("BAD_USER_INPUT");
      assertThat(one(buyer, order, cursor).failure()).isEqualTo("BAD_USER_INPUT");
    }
    String future = new PositionCursor(Long.MAX_VALUE).encode();
    assertThat(many(buyer, "MINE", future).failure()).isEqualTo("RESYNC_REQUIRED");
    assertThat(one(buyer, order, future).failure()).isEqualTo("RESYNC_REQUIRED");

    told(501);
    String old = new PositionCursor(0).encode();
    assertThat(many(seller, "SELLER", old).failure()).isEqualTo("RESYNC_REQUIRED");
    // Far back, but with little of their own between.
    assertThat(text(many(buyer, "MINE", old).next())).isEqualTo(order + " 1 PLACED");
  }

  @Test
  void a_subscription_ends_with_its_token() {
    String order = buy();
    String token = TestIssuer.expiring(buyer.id(), Duration.ofSeconds(3));
    Live one = live(token, ONE, Map.of("id", order));
    Live many = live(token, MANY, Map.of("scope", "MINE"));

    assertThat(one.next().get("sequence").asInt()).isOne();
    assertThat(one.failure()).isEqualTo("TOKEN_EXPIRED");
    assertThat(many.failure()).isEqualTo("TOKEN_EXPIRED");
  }

  /** So many events of the shop, stamped. */
  private void told(int events) {
    checks.update(
        """
        INSERT INTO outbox (stream, seq, type, status, buyer_id, seller_id, acted_as, reservation_id)
        SELECT gen_random_uuid(), 1, 'PLACED', 'PENDING_PAYMENT', gen_random_uuid(), ?, 'TIME',
          gen_random_uuid()
        FROM generate_series(1, ?)""",
        shop.id(),
        events);
    await()
        .until(
            () ->
                Long.valueOf(0)
                    .equals(
                        checks.queryForObject(
                            "SELECT count(*) FROM outbox WHERE position IS NULL", Long.class)));
  }

  private String buy() {
    String order = buyer.buy(product).get("id").asString();
    await()
        .until(
            () ->
                checks
                        .queryForList(
                            "SELECT position FROM outbox WHERE stream = ?::uuid AND position > 0",
                            order)
                        .size()
                    == 1);
    return order;
  }

  private Live one(Person person, String order, @Nullable String after) {
    return live(person.token(), ONE, variables("id", order, after));
  }

  private Live many(Person person, String scope, @Nullable String after) {
    return live(person.token(), MANY, variables("scope", scope, after));
  }

  private Live live(@Nullable String token, String document, Map<String, Object> variables) {
    Live live =
        new Live(
            environment.getRequiredProperty("local.server.port", Integer.class),
            token,
            document,
            variables);
    synchronized (open) {
      open.add(live);
    }
    return live;
  }

  private static Map<String, Object> variables(String name, String value, @Nullable String after) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(name, value);
    if (after != null) {
      variables.put("after", after);
    }
    return variables;
  }

  private static String text(JsonNode event) {
    return "%s %d %s"
        .formatted(
            event.get("orderId").asString(),
            event.get("sequence").asInt(),
            event.get("type").asString());
  }
}
