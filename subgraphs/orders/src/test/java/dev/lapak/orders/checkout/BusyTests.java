package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** More buyers than there is room for. */
@OrdersTest
@TestPropertySource(
    properties = {"lapak.orders.checkouts-at-once=2", "lapak.orders.max-checkouts=5"})
class BusyTests {

  @Autowired World world;
  @Autowired People people;

  @Test
  void those_beyond_the_room_are_told_when_to_come_again_and_can() {
    UUID product = world.product(100);
    world.inventory.takes(Duration.ofMillis(400));

    List<JsonNode> answers = Race.of(12, i -> people.buyer().checkout("key", line(product, 1)));

    List<JsonNode> busy =
        answers.stream().filter(answer -> !answer.get("errors").isEmpty()).toList();
    assertThat(busy).hasSizeBetween(1, 7);
    assertThat(busy)
        .allSatisfy(
            answer -> {
              JsonNode error = answer.get("errors").get(0);
              assertThat(error.get("code").asString()).isEqualTo("BUSY");
              assertThat(error.get("retryAfterMillis").asInt()).isBetween(200, 10_000);
              assertThat(answer.get("purchase").isNull()).isTrue();
            });
    assertThat(world.stock.free(product)).isEqualTo(100 - (12 - busy.size()));
    world.reset();
    assertThat(people.buyer().checkout("key", line(product, 1)).get("errors")).isEmpty();
  }
}
