package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Buyers who hang up on the door. */
class HangUpIT {

  private static final int STOCK = 100;

  /** An attempt is dead after 60 s, and what it holds is released 30 s later. */
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  @Test
  void a_buyer_who_hangs_up_0_to_40_ms_after_sending_has_bought_or_holds_nothing()
      throws IOException, InterruptedException {
    Shop shop = Shop.open();
    String product = shop.sell("2.00", STOCK);
    Person buyer = Person.buyer();
    for (int millis = 0; millis <= 40; millis++) {
      hangUpAfter(millis, buyer, product);
    }

    // Long before what died would be swept: nobody who hung up has left a checkout behind.
    await()
        .atMost(AT_ONCE)
        .untilAsserted(
            () -> {
              int orders = buyer.now("{ myOrders { totalCount } }").get("myOrders.totalCount");
              assertThat(shop.levels(product).reserved()).isEqualTo(orders).isPositive();
            });
    assertThat(Lapak.running().check().exitCode()).isZero();
    // And the same keys are one purchase each, though the answers were lost.
    for (int millis = 0; millis <= 40; millis++) {
      assertThat(
              Patience.await(
                      Buying.patientCheckout(
                          buyer, "hang-" + millis, List.of(Buying.line(product, 1))))
                  .failures("checkout"))
          .isEmpty();
    }
    assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(STOCK - 41, STOCK, 41, STOCK - 41));
    assertThat(buyer.now("{ myOrders { totalCount } }").<Integer>get("myOrders.totalCount"))
        .isEqualTo(41);
  }

  private static void hangUpAfter(int millis, Person buyer, String product)
      throws IOException, InterruptedException {
    URI door = Lapak.running().door();
    String body =
        "{\"query\":\"mutation { checkout(input: {idempotencyKey: \\\"hang-%d\\\", lines: [{productId: \\\"%s\\\", quantity: 1}]}) { replayed } }\"}"
            .formatted(millis, product);
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      socket
          .getOutputStream()
          .write(
              """
              POST /graphql HTTP/1.1\r
              Host: localhost\r
              Content-Type: application/json\r
              Authorization: Bearer %s\r
              Content-Length: %d\r
              \r
              %s"""
                  .formatted(Objects.requireNonNull(buyer.token()), body.length(), body)
                  .getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(millis);
    }
  }
}
