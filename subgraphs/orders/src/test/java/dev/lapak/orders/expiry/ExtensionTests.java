package dev.lapak.orders.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.Neighbour.Mood;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class ExtensionTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  Person buyer;
  Person seller;
  UUID product;
  String order;
  OffsetDateTime deadline;

  @BeforeEach
  void an_order_that_waits() {
    world.reset();
    World.Shop shop = world.shop();
    product = world.product(shop, "1.00", 10);
    buyer = people.buyer();
    seller = people.seller(shop);
    JsonNode bought = buyer.buy(product, 1, 3_600);
    order = bought.get("id").asString();
    deadline = deadline(bought);
  }

  @Test
  void a_deadline_is_put_off_by_a_day_once() {
    JsonNode extended = done(buyer.extendDeadline(order));

    assertThat(deadline(extended)).isEqualTo(deadline.plusDays(1));
    assertThat(extended.get("version").asInt()).isEqualTo(2);
    assertThat(extended.get("status").asString()).isEqualTo("PENDING_PAYMENT");
    assertThat(extended.get("timeline").get(1).get("type").asString())
        .isEqualTo("DEADLINE_EXTENDED");
    assertThat(extended.get("allowedActions").toString())
        .isEqualTo("[\"SUBMIT_PAYMENT_PROOF\",\"CANCEL\"]");
    assertThat(done(buyer.extendDeadline(order)).get("version").asInt()).isEqualTo(2);
  }

  @Test
  void the_stock_is_held_for_longer_than_that() {
    buyer.extendDeadline(order);
    OffsetDateTime held =
        Objects.requireNonNull(world.stock.reservations().get(reservation())).expiresAt();
    assertThat(held).isAfter(deadline.plusDays(1));
    assertThat(
            checks.queryForObject(
                "SELECT held_until FROM orders WHERE id = ?::uuid", OffsetDateTime.class, order))
        .isEqualTo(held);
  }

  @Test
  void what_a_rejection_said_is_still_said() {
    seller.reject(buyer.prove(order), "too dark");
    JsonNode extended = done(buyer.extendDeadline(order));
    assertThat(extended.get("reason").asString()).isEqualTo("too dark");
    assertThat(Duration.between(OffsetDateTime.now(), deadline(extended)).toHours())
        .isBetween(24L, 25L);
  }

  @Test
  void an_order_that_does_not_wait_is_not_extended() {
    buyer.prove(order);
    assertThat(code(buyer.extendDeadline(order))).isEqualTo("WRONG_STATUS");
    String cancelled = buyer.buy(product).get("id").asString();
    buyer.cancel(cancelled, null);
    assertThat(code(buyer.extendDeadline(cancelled))).isEqualTo("WRONG_STATUS");
  }

  @Test
  void an_extension_is_remembered_whatever_comes_after_it() {
    buyer.extendDeadline(order);
    seller.approve(buyer.prove(order));
    assertThat(done(buyer.extendDeadline(order)).get("status").asString()).isEqualTo("PAID");
    assertThat(buyer.order(order).get("version").asInt()).isEqualTo(4);
  }

  @Test
  void after_the_deadline_it_is_too_late_noted_or_not() {
    checks.update("UPDATE orders SET expires_at = now() WHERE id = ?::uuid", order);
    assertThat(code(buyer.extendDeadline(order))).isEqualTo("DEADLINE_PASSED");
    String lapsed = buyer.buy(product).get("id").asString();
    world.stock.reservations().keySet().forEach(world.stock::end);
    assertThat(code(buyer.extendDeadline(lapsed))).isEqualTo("DEADLINE_PASSED");
  }

  @Test
  void only_its_buyer_extends_an_order() {
    for (JsonNode answer :
        List.of(
            seller.extendDeadline(order),
            people.admin().extendDeadline(order),
            people.buyer().extendDeadline(order),
            buyer.extendDeadline(UUID.randomUUID()),
            buyer.extendDeadline("what?"))) {
      assertThat(code(answer)).isEqualTo("ORDER_NOT_FOUND");
    }
  }

  @Test
  void without_inventory_nothing_is_extended() {
    world.inventory.is(Mood.FAILING);
    assertThat(code(buyer.extendDeadline(order))).isEqualTo("TRY_AGAIN");
    world.inventory.is(Mood.WELL);
    assertThat(deadline(buyer.order(order))).isEqualTo(deadline);
    done(buyer.extendDeadline(order));
  }

  @RepeatedTest(3)
  void extending_many_times_at_once_is_one_extension() {
    Race.of(8, i -> done(buyer.extendDeadline(order)));
    assertThat(deadline(buyer.order(order))).isEqualTo(deadline.plusDays(1));
    assertThat(buyer.order(order).get("version").asInt()).isEqualTo(2);
  }

  private UUID reservation() {
    return Objects.requireNonNull(
        checks.queryForObject(
            "SELECT reservation_id FROM orders WHERE id = ?::uuid", UUID.class, order));
  }

  private static OffsetDateTime deadline(JsonNode of) {
    return OffsetDateTime.parse(of.get("expiresAt").asString());
  }

  private static JsonNode done(JsonNode answer) {
    assertThat(answer.get("errors")).isEmpty();
    return answer.get("order");
  }

  private static String code(JsonNode answer) {
    assertThat(answer.get("order").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
