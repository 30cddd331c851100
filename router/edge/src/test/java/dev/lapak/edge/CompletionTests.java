package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Backstage.ROUTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.edge.testing.StandIn.Request;
import dev.lapak.edge.testing.TestSocket;
import dev.lapak.platform.testing.TestIssuer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a subgraph's events lack comes from the router. */
@EdgeTest
class CompletionTests {

  private static final String LIVE =
      """
      subscription Live($many: Int!) {
        happened: orderEvents(scope: SELLER) {
          cursor
          ...Rest
        }
      }
      fragment Rest on OrderEvent {
        whole: order { number lines { product { availability { enough: inStock(quantity: $many) } } } }
        status
      }
      """;

  @LocalServerPort int port;

  private final String token = TestIssuer.seller(UUID.randomUUID(), UUID.randomUUID());

  @BeforeEach
  void ordersTellsOfTwoOrders() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              for (int i = 1; i <= 2; i++) {
                events.next(event(i));
              }
              events.complete();
            }));
  }

  @Test
  void events_are_completed_in_their_place_as_the_subscriber() {
    ROUTER.answers(
        (request, exchange) ->
            StandIn.json(
                    "{\"data\":{\"entity\":{\"number\":\"N%s\",\"lines\":[{\"product\":{\"availability\":{\"enough\":true}}}]}}}"
                        .formatted(request.variable("entityId")))
                .write(request, exchange));
    TestSocket socket = live();
    assertThat(socket.event().toString())
        .isEqualTo(
            "{\"data\":{\"happened\":{\"cursor\":\"c1\",\"whole\":{\"number\":\"N1\",\"lines\":[{\"product\":{\"availability\":{\"enough\":true}}}]},\"status\":\"PAID\"}}}");
    assertThat(socket.event().at("/data/happened/whole/number").asString()).isEqualTo("N2");
    socket.next("complete");

    assertThat(ORDERS.onlyRequest().json().path("query").asString())
        .doesNotContain("lines", "number", "Rest")
        .contains("whole:order{id}");
    assertThat(ROUTER.requests()).hasSize(2);
    Request lookup =
        ROUTER.requests().stream()
            .filter(request -> request.variable("entityId").equals("1"))
            .findFirst()
            .orElseThrow();
    assertThat(lookup.headers()).containsEntry("authorization", "Bearer " + token);
    assertThat(lookup.headers().get("traceparent"))
        .isEqualTo(ORDERS.onlyRequest().headers().get("traceparent"));
    assertThat(lookup.json().path("variables").toString()).contains("\"entityId\":\"1\"", ":3");
  }

  @Test
  void a_failing_lookup_leaves_the_event_with_null_and_an_error_at_its_path() {
    ROUTER.answers(StandIn.status(500, "10.0.0.1"));
    TestSocket socket = live();
    JsonNode event = socket.event();
    assertThat(event.path("data").toString())
        .isEqualTo("{\"happened\":{\"cursor\":\"c1\",\"whole\":null,\"status\":\"PAID\"}}");
    assertThat(event.path("errors")).hasSize(1);
    assertThat(event.at("/errors/0/path").toString()).isEqualTo("[\"happened\",\"whole\"]");
    assertThat(event.at("/errors/0/extensions/code").asString()).isEqualTo("ROUTER_UNAVAILABLE");
    assertThat(event.toString()).doesNotContain("10.0.0.1");
    socket.event();
    socket.next("complete");
  }

  @Test
  void an_error_within_the_lookup_keeps_its_place_and_code() {
    ROUTER.answers(
        StandIn.json(
            """
            {"data":{"entity":{"number":"N","lines":[{"product":null}]}},"errors":[{"message":"gone",
             "path":["entity","lines",0,"product"],"extensions":{"code":"SUBGRAPH_UNAVAILABLE","service":"products"}}]}
            """));
    JsonNode event = live().event();
    assertThat(event.at("/data/happened/whole/number").asString()).isEqualTo("N");
    assertThat(event.path("errors").toString())
        .startsWith(
            "[{\"message\":\"gone\",\"path\":[\"happened\",\"whole\",\"lines\",0,\"product\"],\"extensions\":{\"code\":\"SUBGRAPH_UNAVAILABLE\",\"traceId\":");
  }

  @Test
  void an_entity_that_is_not_there_any_more_is_null_with_an_error() {
    ROUTER.answers(StandIn.json("{\"data\":{\"entity\":null}}"));
    JsonNode event = live().event();
    assertThat(event.at("/data/happened/whole").isNull()).isTrue();
    assertThat(event.at("/errors/0/extensions/code").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void a_lookup_that_takes_too_long_does_not_hold_the_rest_back() {
    ROUTER.answers(
        (request, exchange) -> {
          sleep(5_000);
          StandIn.json("{}").write(request, exchange);
        });
    JsonNode event = live().event();
    assertThat(event.at("/data/happened/cursor").asString()).isEqualTo("c1");
    assertThat(event.at("/errors/0/extensions/code").asString()).isEqualTo("TIMEOUT");
  }

  @Test
  void events_stay_in_order_however_long_each_lookup_takes() {
    int many = 40;
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ORDERS.answers(
        StandIn.events(
            events -> {
              for (int i = 1; i <= many; i++) {
                events.next(event(i));
              }
              events.complete();
            }));
    ROUTER.answers(
        (request, exchange) -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          int id = Integer.parseInt(request.variable("entityId"));
          sleep(id % 3 == 0 ? 5 : 60);
          open.decrementAndGet();
          StandIn.json("{\"data\":{\"entity\":{\"number\":\"N" + id + "\",\"lines\":[]}}}")
              .write(request, exchange);
        });
    TestSocket socket = live();
    for (int i = 1; i <= many; i++) {
      JsonNode event = socket.event();
      assertThat(event.at("/data/happened/cursor").asString()).isEqualTo("c" + i);
      assertThat(event.at("/data/happened/whole/number").asString()).isEqualTo("N" + i);
    }
    socket.next("complete");
    assertThat(most.get()).isBetween(2, 4);
  }

  @Test
  void an_event_without_the_entity_asks_nobody() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              events.next(
                  "{\"data\":{\"happened\":{\"cursor\":\"c\",\"whole\":null,\"status\":\"PAID\"}},\"errors\":[{\"message\":\"x\",\"path\":[\"happened\",\"whole\"],\"extensions\":{\"code\":\"NOT_FOUND\"}}]}");
              events.complete();
            }));
    ROUTER.answers(StandIn.json("{}"));
    JsonNode event = live().event();
    assertThat(event.at("/data/happened/whole").isNull()).isTrue();
    assertThat(event.path("errors")).hasSize(1);
    assertThat(ROUTER.requests()).isEmpty();
  }

  private TestSocket live() {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", LIVE, Map.of("many", 3));
    return socket;
  }

  private static String event(int id) {
    return "{\"data\":{\"happened\":{\"cursor\":\"c%d\",\"whole\":{\"id\":\"%d\"},\"status\":\"PAID\"}}}"
        .formatted(id, id);
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
