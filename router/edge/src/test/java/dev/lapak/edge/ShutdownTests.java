package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lapak.edge.testing.Backstage;
import dev.lapak.edge.testing.Door;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.edge.testing.TestSocket;
import dev.lapak.platform.testing.TestIssuer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ShutdownTests {

  private static final String WATCH = "subscription { orderEvents(scope: MINE) { cursor } }";

  @Test
  void everybody_is_told_to_come_again_one_after_the_other() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              while (true) {
                events.comment();
                Thread.sleep(50);
              }
            }));
    ConfigurableApplicationContext edge = start();
    int port = Integer.parseInt(edge.getEnvironment().getRequiredProperty("local.server.port"));
    String token = TestIssuer.customer(UUID.randomUUID());
    List<TestSocket> sockets =
        IntStream.range(0, 5)
            .mapToObj(
                i -> {
                  TestSocket socket = TestSocket.greeted(port, token);
                  socket.subscribe("1", WATCH);
                  return socket;
                })
            .toList();
    HttpResponse<Stream<String>> stream =
        Door.stream(
            post(port, query(WATCH))
                .header("accept", "text/event-stream")
                .header("authorization", "Bearer " + token));
    await().until(() -> ORDERS.requests().size() == 6);

    long start = System.nanoTime();
    edge.close();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    for (TestSocket socket : sockets) {
      assertThat(socket.closed().code()).isEqualTo(1001);
    }
    assertThatThrownBy(() -> stream.body().forEach(line -> {}))
        .as("broken off, so that clients come again")
        .isNotNull();
    assertThat(took).isBetween(Duration.ofMillis(250), Duration.ofSeconds(8));
  }

  private static ConfigurableApplicationContext start() {
    Map<String, Object> properties = Backstage.properties();
    return EdgeApplication.builder()
        .run(
            Stream.concat(
                    Stream.of("--server.port=0"),
                    properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue()))
                .toArray(String[]::new));
  }
}
