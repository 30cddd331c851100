package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Backstage.ROUTER;
import static dev.lapak.edge.testing.Door.code;
import static dev.lapak.edge.testing.Door.json;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.query;
import static dev.lapak.edge.testing.Door.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.Door;
import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.platform.testing.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Server-sent events at the one endpoint, a stream per operation. */
@EdgeTest
class EventStreamTests {

  private static final String WATCH =
      "subscription { orderEvents(scope: MINE) { cursor order { buyer { name } } } }";

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @LocalServerPort int port;

  private final String token = TestIssuer.customer(UUID.randomUUID());

  @BeforeEach
  void ordersTellsOfOne() {
    ROUTER.answers(StandIn.json("{\"data\":{\"entity\":{\"buyer\":{\"name\":\"Ani\"}}}}"));
    ORDERS.answers(
        StandIn.events(
            events -> {
              events.next(
                  "{\"data\":{\"orderEvents\":{\"cursor\":\"1\",\"order\":{\"id\":\"7\"}}}}");
              events.complete();
            }));
  }

  @Test
  void events_arrive_complete_and_then_the_end() {
    HttpResponse<String> response = send(watch(WATCH));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    assertThat(lines(response.body()))
        .containsExactly(
            "event:next",
            "data:{\"data\":{\"orderEvents\":{\"cursor\":\"1\",\"order\":{\"buyer\":{\"name\":\"Ani\"}}}}}",
            "event:complete",
            "data:{}");
    assertThat(ORDERS.onlyRequest().headers()).containsEntry("authorization", "Bearer " + token);
  }

  @Test
  void clients_that_take_both_get_a_stream_for_a_subscription_and_json_for_a_query() {
    String both = "application/graphql-response+json, application/json, text/event-stream";
    HttpRequest.Builder subscription = post(port, query(WATCH)).header("accept", both);
    assertThat(send(subscription).headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    ROUTER.answers(StandIn.json("{\"data\":{}}"));
    assertThat(send(post(port, query("{ me { id } }")).header("accept", both)).body())
        .isEqualTo("{\"data\":{}}");
  }

  @Test
  void a_query_may_be_answered_as_a_stream() {
    ROUTER.answers(StandIn.json("{\"data\":{\"me\":null}}"));
    assertThat(lines(send(watch("{ me { id } }")).body()))
        .containsExactly(
            "event:next", "data:{\"data\":{\"me\":null}}", "event:complete", "data:{}");
  }

  @Test
  void a_refusal_is_an_event_with_errors_and_then_the_end() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              events.next(
                  "{\"errors\":[{\"message\":\"none\",\"extensions\":{\"code\":\"FORBIDDEN\"}}]}");
              events.complete();
            }));
    assertThat(lines(send(watch(WATCH).header("traceparent", PARENT)).body()))
        .containsExactly(
            "event:next",
            "data:{\"errors\":[{\"message\":\"none\",\"extensions\":{\"code\":\"FORBIDDEN\",\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}}]}",
            "event:complete",
            "data:{}");
    List<String> lines = lines(send(watch("subscription { nothing }")).body());
    assertThat(code(json(lines.get(1).substring("data:".length()))))
        .isEqualTo("GRAPHQL_VALIDATION_FAILED");
  }

  @Test
  void what_is_wrong_with_the_request_itself_is_plain_http() {
    HttpResponse<String> deep = send(watch("{ a ".repeat(21) + "}".repeat(21)));
    assertThat(deep.statusCode()).isEqualTo(400);
    assertThat(code(deep)).isEqualTo("QUERY_TOO_DEEP");
    HttpResponse<String> forged =
        send(
            post(port, query(WATCH))
                .header("accept", "text/event-stream")
                .header("authorization", "Bearer " + TestIssuer.forged(UUID.randomUUID())));
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(code(forged)).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void the_stream_begins_at_once_and_gives_signs_of_life() {
    ORDERS.answers(StandIn.events(events -> Thread.sleep(1_500)));
    long start = System.nanoTime();
    HttpResponse<Stream<String>> response = Door.stream(watch(WATCH));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_000));
    try (Stream<String> lines = response.body()) {
      assertThat(lines.filter(line -> line.equals(":")).limit(3).count()).isEqualTo(3);
    }
  }

  @Test
  void the_stream_ends_when_the_token_does() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              while (true) {
                events.comment();
                Thread.sleep(50);
              }
            }));
    String brief = TestIssuer.expiring(UUID.randomUUID(), Duration.ofSeconds(4));
    List<String> lines =
        lines(
            send(post(port, query(WATCH))
                    .header("accept", "text/event-stream")
                    .header("authorization", "Bearer " + brief))
                .body());
    assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
    assertThat(lines.get(lines.size() - 3)).contains("TOKEN_EXPIRED");
    assertThat(lines.getLast()).isEqualTo("data:{}");
  }

  @Test
  void whoever_goes_is_forgotten_by_the_subgraph() throws InterruptedException {
    CountDownLatch left = new CountDownLatch(1);
    ORDERS.answers(
        StandIn.events(
            events -> {
              try {
                while (true) {
                  events.comment();
                  Thread.sleep(50);
                }
              } finally {
                left.countDown();
              }
            }));
    HttpResponse<Stream<String>> response = Door.stream(watch(WATCH));
    response.body().close();
    assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
  }

  private HttpRequest.Builder watch(String document) {
    return post(port, query(document))
        .header("accept", "text/event-stream")
        .header("authorization", "Bearer " + token);
  }

  private static List<String> lines(String body) {
    return body.lines().filter(line -> !line.isBlank() && !line.equals(":")).toList();
  }
}
