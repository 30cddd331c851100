package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Door.code;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.query;
import static dev.lapak.edge.testing.Door.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.edge.testing.TestSocket;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** As many as there may be. */
@EdgeTest(
    properties = {
      "spring.config.name=edge",
      "lapak.edge.socket.most=2",
      "lapak.edge.subscription.most=2"
    })
class FullTests {

  private static final String WATCH = "subscription { orderEvents(scope: MINE) { cursor } }";

  @LocalServerPort int port;

  @Test
  void no_more_connections_and_no_more_subscriptions_than_allowed() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              while (true) {
                events.comment();
                Thread.sleep(50);
              }
            }));
    TestSocket first = TestSocket.greeted(port, null);
    TestSocket second = TestSocket.greeted(port, null);
    assertThatThrownBy(() -> TestSocket.open(port, Map.of())).hasStackTraceContaining("429");
    HttpResponse<String> stream =
        send(post(port, query(WATCH)).header("accept", "text/event-stream"));
    assertThat(stream.statusCode()).isEqualTo(429);
    assertThat(code(stream)).isEqualTo("TOO_MANY_SUBSCRIPTIONS");

    first.subscribe("1", WATCH);
    first.subscribe("2", WATCH);
    await().until(() -> ORDERS.requests().size() == 2);
    second.subscribe("1", WATCH);
    assertThat(second.next("error").at("/payload/0/extensions/code").asString())
        .isEqualTo("TOO_MANY_SUBSCRIPTIONS");

    first.close();
    await()
        .untilAsserted(
            () -> {
              second.subscribe("2", WATCH);
              assertThat(second.isQuiet(200)).isTrue();
            });
    await().ignoreExceptions().until(() -> TestSocket.greeted(port, null).isOpen());
  }
}
