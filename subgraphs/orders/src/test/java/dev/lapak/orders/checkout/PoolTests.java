package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Nothing needs a second connection of the pool while it has one: else all of this would hang. */
@OrdersTest
@TestPropertySource(
    properties = {"spring.r2dbc.pool.initial-size=1", "spring.r2dbc.pool.max-size=1"})
class PoolTests {

  @Autowired World world;
  @Autowired People people;

  @Test
  @Timeout(60)
  void forty_eight_buyers_at_once_share_one_connection() {
    UUID product = world.product(1_000);
    List<Person> buyers = java.util.stream.Stream.generate(people::buyer).limit(48).toList();
    world.inventory.takes(Duration.ofMillis(5));

    List<JsonNode> answers =
        Race.of(
            48,
            i -> {
              Person buyer = buyers.get(i);
              if (i % 2 == 0) {
                return buyer.checkout("key", line(product, 1));
              }
              buyer.add(product, 1);
              return buyer.checkoutCart("key");
            });

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(world.stock.free(product)).isEqualTo(1_000 - 48);
  }
}
