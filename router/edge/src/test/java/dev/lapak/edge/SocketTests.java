package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Backstage.ROUTER;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lapak.edge.testing.Backstage;
import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.edge.testing.StandIn.Request;
import dev.lapak.edge.testing.TestSocket;
import dev.lapak.platform.testing.TestIssuer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** {@code graphql-transport-ws} at the one endpoint. */
@EdgeTest
@ExtendWith(OutputCaptureExtension.class)
class SocketTests {

  private static final String WATCH = "subscription { orderEvents(scope: MINE) { cursor status } }";

  @LocalServerPort int port;

  private final String token = TestIssuer.customer(UUID.randomUUID());
  private CountDownLatch left = new CountDownLatch(1);

  @BeforeEach
  void nobodyIsAsked() {
    ROUTER.answers(StandIn.status(500, ""));
    left = new CountDownLatch(1);
    ORDERS.answers(endless());
  }

  @Test
  void events_arrive_as_the_subgraph_says_them() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              events.comment();
              events.next("{\"data\":{\"orderEvents\":{\"cursor\":\"1\",\"status\":\"PAID\"}}}");
              events.next(
                  "{\"data\":{\"orderEvents\":{\"cursor\":\"2\",\"status\":null}},\"errors\":[{\"message\":\"x\",\"path\":[\"orderEvents\",\"status\"],\"extensions\":{\"code\":\"INTERNAL\",\"classification\":\"INTERNAL_ERROR\"}}]}");
              events.complete();
            }));
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("a", "query Other { me { id } } " + WATCH);
    assertThat(errorCode(socket)).isEqualTo("BAD_REQUEST");
    socket.subscribe("b", WATCH);
    JsonNode first = socket.next("next");
    assertThat(first.path("id").asString()).isEqualTo("b");
    assertThat(first.path("payload").toString())
        .isEqualTo("{\"data\":{\"orderEvents\":{\"cursor\":\"1\",\"status\":\"PAID\"}}}");
    JsonNode second = socket.event();
    assertThat(second.at("/data/orderEvents/cursor").asString()).isEqualTo("2");
    String trace = second.at("/errors/0/extensions/traceId").asString();
    assertThat(second.path("errors").toString())
        .isEqualTo(
            "[{\"message\":\"x\",\"path\":[\"orderEvents\",\"status\"],\"extensions\":{\"code\":\"INTERNAL\",\"traceId\":\"%s\"}}]"
                .formatted(trace));
    assertThat(socket.next("complete").path("id").asString()).isEqualTo("b");
    Request request = ORDERS.onlyRequest();
    assertThat(request.headers())
        .containsEntry("lapak-caller", "edge:" + Backstage.SECRET)
        .containsEntry("authorization", "Bearer " + token)
        .containsEntry("accept", "text/event-stream")
        .hasEntrySatisfying("traceparent", parent -> assertThat(parent).contains(trace));
    assertThat(request.json().path("query").asString())
        .isEqualTo("subscription ($v0:OrderScope!){orderEvents(scope:$v0){cursor status}}");
  }

  @Test
  void variables_pass() {
    String text =
        "subscription ($id: ID!, $after: String) { orderStatusChanged(orderId: $id, after: $after) { cursor } }";
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", text, Map.of("id", "7"));
    await().until(() -> !ORDERS.requests().isEmpty());
    assertThat(ORDERS.onlyRequest().json().path("variables").toString())
        .isEqualTo("{\"v0\":\"7\"}");
  }

  @Test
  void a_refusal_is_an_error_message_and_leaves_the_socket_open() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              events.next(
                  "{\"errors\":[{\"message\":\"none\",\"locations\":[{\"line\":1,\"column\":9}],\"path\":[\"orderStatusChanged\"],\"extensions\":{\"code\":\"NOT_FOUND\"}}]}");
              events.complete();
            }));
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", "subscription { orderStatusChanged(orderId: 1) { cursor } }");
    JsonNode error = socket.next("error");
    assertThat(error.path("id").asString()).isEqualTo("1");
    assertThat(error.at("/payload/0").toString())
        .startsWith(
            "{\"message\":\"none\",\"path\":[\"orderStatusChanged\"],\"extensions\":{\"code\":\"NOT_FOUND\",\"traceId\":");
    assertThat(socket.isQuiet(200)).isTrue();
    socket.send(Map.of("type", "ping"));
    socket.next("pong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscription { orderEvents(scope: MINE) { nothing } }",
        "subscription { orderEvents { cursor } }"
      })
  void what_does_not_fit_the_schema_does_not_reach_the_subgraph(String text) {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", text);
    assertThat(errorCode(socket)).isEqualTo("GRAPHQL_VALIDATION_FAILED");
    assertThat(ORDERS.requests()).isEmpty();
  }

  @Test
  void limits_hold_here_too() {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", "{ a ".repeat(21) + "}".repeat(21));
    assertThat(errorCode(socket)).isEqualTo("QUERY_TOO_DEEP");
    socket.subscribe("2", "{ a ".repeat(1_000) + "}".repeat(1_000));
    assertThat(errorCode(socket)).isEqualTo("QUERY_TOO_DEEP");
    socket.subscribe("3", "{");
    assertThat(errorCode(socket)).isEqualTo("GRAPHQL_PARSE_FAILED");
  }

  @Test
  void queries_and_mutations_go_to_the_router() {
    ROUTER.answers(StandIn.json("{\"data\":{\"me\":{\"amount\":1.10}}}"));
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", "query ($a: Int) { me { amount } }", Map.of("a", 1));
    assertThat(socket.event().toString()).isEqualTo("{\"data\":{\"me\":{\"amount\":1.10}}}");
    socket.next("complete");
    assertThat(ROUTER.onlyRequest().headers()).containsEntry("authorization", "Bearer " + token);
    assertThat(ROUTER.onlyRequest().variable("a")).isEqualTo("1");
    ROUTER.answers(
        StandIn.bytes(
            400,
            "application/json",
            "{\"errors\":[{\"message\":\"no\",\"locations\":[{\"line\":1,\"column\":2}],\"extensions\":{\"code\":\"GRAPHQL_VALIDATION_FAILED\"}}]}"
                .getBytes()));
    socket.subscribe("2", "mutation { x }");
    assertThat(socket.next("error").at("/payload/0").toString())
        .startsWith(
            "{\"message\":\"no\",\"locations\":[{\"line\":1,\"column\":2}],\"extensions\":{\"code\":\"GRAPHQL_VALIDATION_FAILED\",\"traceId\":");
    ROUTER.answers(
        StandIn.bytes(
            400,
            "application/json",
            "{\"errors\":[{\"message\":\"serde\",\"extensions\":{\"code\":\"INVALID_GRAPHQL_REQUEST\",\"details\":\"serde\"}}]}"
                .getBytes()));
    socket.subscribe("3", "mutation { x }");
    JsonNode unread = socket.next("error");
    assertThat(unread.at("/payload/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(unread.toString()).doesNotContain("serde");
  }

  @Test
  void a_router_that_is_down_is_an_error() {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", "{ me { id } }");
    assertThat(errorCode(socket)).isEqualTo("ROUTER_UNAVAILABLE");
  }

  @Test
  void a_stream_that_breaks_off_is_an_error_not_an_end() {
    ORDERS.answers(
        StandIn.events(events -> events.next("{\"data\":{\"orderEvents\":{\"cursor\":\"1\"}}}")));
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", WATCH);
    socket.event();
    assertThat(errorCode(socket)).isEqualTo("SUBGRAPH_UNAVAILABLE");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 500, 503})
  void a_subgraph_that_answers_otherwise_is_an_error_without_internals(int status) {
    ORDERS.answers(StandIn.bytes(status, "application/json", "{\"errors\":[]}".getBytes()));
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", WATCH);
    assertThat(errorCode(socket)).isEqualTo("SUBGRAPH_UNAVAILABLE");
  }

  @Test
  void a_subgraph_that_says_nothing_at_all_is_an_error() {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", WATCH);
    assertThat(errorCode(socket)).isEqualTo("SUBGRAPH_UNAVAILABLE");
  }

  @Test
  void whoever_completes_is_forgotten_by_the_subgraph() throws InterruptedException {
    ORDERS.answers(lively());
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", WATCH);
    await().until(() -> !ORDERS.requests().isEmpty());
    socket.send(Map.of("type", "complete", "id", "1"));
    assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void whoever_goes_is_forgotten_by_the_subgraph(CapturedOutput log) throws InterruptedException {
    ORDERS.answers(lively());
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", WATCH);
    await().until(() -> !ORDERS.requests().isEmpty());
    socket.abort();
    assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(log.getAll()).doesNotContain("ERROR");
  }

  @Test
  void a_socket_that_is_reset_is_no_fault(CapturedOutput log) throws Exception {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setSoLinger(true, 0);
      client
          .getOutputStream()
          .write(
              """
              GET /graphql HTTP/1.1\r
              host: x\r
              upgrade: websocket\r
              connection: upgrade\r
              sec-websocket-key: MDEyMzQ1Njc4OWFiY2RlZg==\r
              sec-websocket-version: 13\r
              sec-websocket-protocol: graphql-transport-ws\r
              \r
              """
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(client.getInputStream().read()).isPositive();
      Thread.sleep(300);
    }
    Thread.sleep(500);
    assertThat(log.getAll()).doesNotContain("ERROR");
  }

  @Test
  void a_socket_has_only_so_many_subscriptions() {
    ORDERS.answers(lively());
    TestSocket socket = TestSocket.greeted(port, token);
    for (int i = 1; i <= 3; i++) {
      socket.subscribe("s" + i, WATCH);
    }
    await().until(() -> ORDERS.requests().size() == 3);
    socket.subscribe("one more", WATCH);
    assertThat(errorCode(socket)).isEqualTo("TOO_MANY_SUBSCRIPTIONS");
    socket.send(Map.of("type", "complete", "id", "s1"));
    await()
        .untilAsserted(
            () -> {
              int before = ORDERS.requests().size();
              socket.subscribe("again" + before, WATCH);
              await().atMost(Duration.ofMillis(300)).until(() -> ORDERS.requests().size() > before);
            });
    TestSocket another = TestSocket.greeted(port, token);
    int before = ORDERS.requests().size();
    another.subscribe("1", WATCH);
    await().until(() -> ORDERS.requests().size() > before);
  }

  @Test
  void a_token_that_is_not_ours_closes_the_socket_so_that_clients_come_again() {
    for (Map.Entry<String, String> bad :
        Map.of(
                TestIssuer.forged(UUID.randomUUID()),
                "TOKEN_INVALID",
                TestIssuer.expired(UUID.randomUUID()),
                "TOKEN_EXPIRED",
                "nonsense",
                "TOKEN_INVALID")
            .entrySet()) {
      TestSocket socket = TestSocket.open(port, Map.of());
      socket.greet(Map.of("authorization", "Bearer " + bad.getKey()));
      assertThat(socket.closed()).isEqualTo(new TestSocket.Close(4403, bad.getValue()));
    }
    TestSocket socket = TestSocket.open(port, Map.of());
    socket.greet(Map.of("Authorization", 7));
    assertThat(socket.closed()).isEqualTo(new TestSocket.Close(4403, "TOKEN_INVALID"));
  }

  @Test
  void the_handshake_may_bring_the_token() {
    TestSocket socket = TestSocket.open(port, Map.of("Authorization", "Bearer " + token));
    socket.greet(Map.of());
    socket.next("connection_ack");
    socket.subscribe("1", WATCH);
    await().until(() -> !ORDERS.requests().isEmpty());
    assertThat(ORDERS.onlyRequest().headers()).containsEntry("authorization", "Bearer " + token);
    assertThatThrownBy(
            () ->
                TestSocket.open(
                    port,
                    Map.of("Authorization", "Bearer " + TestIssuer.forged(UUID.randomUUID()))))
        .hasStackTraceContaining("401");
  }

  @Test
  void without_a_token_one_is_nobody() {
    TestSocket socket = TestSocket.greeted(port, null);
    socket.subscribe("1", WATCH);
    await().until(() -> !ORDERS.requests().isEmpty());
    assertThat(ORDERS.onlyRequest().headers()).doesNotContainKey("authorization");
  }

  @Test
  void when_its_token_ends_subscriptions_say_so_and_the_socket_closes() {
    ORDERS.answers(lively());
    TestSocket socket =
        TestSocket.greeted(port, TestIssuer.expiring(UUID.randomUUID(), Duration.ofSeconds(4)));
    socket.subscribe("1", WATCH);
    assertThat(errorCode(socket)).isEqualTo("TOKEN_EXPIRED");
    assertThat(socket.closed()).isEqualTo(new TestSocket.Close(4403, "TOKEN_EXPIRED"));
  }

  @Test
  void a_socket_that_does_not_greet_is_closed() {
    TestSocket socket = TestSocket.open(port, Map.of());
    assertThat(socket.closed().code()).isEqualTo(4408);
  }

  @Test
  void whoever_breaks_the_protocol_is_closed() {
    TestSocket early = TestSocket.open(port, Map.of());
    early.subscribe("1", WATCH);
    assertThat(early.closed().code()).isEqualTo(4401);
    TestSocket twice = TestSocket.greeted(port, token);
    twice.greet(Map.of());
    assertThat(twice.closed().code()).isEqualTo(4429);
    ORDERS.answers(lively());
    TestSocket same = TestSocket.greeted(port, token);
    same.subscribe("1", WATCH);
    same.subscribe("1", WATCH);
    assertThat(same.closed().code()).isEqualTo(4409);
    assertThat(TestSocket.open(port, Map.of(), null).closed().code()).isEqualTo(4406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{}",
        "[]",
        "{\"type\":\"nonsense\"}",
        "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{a}\"}}",
        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
        "{\"type\":\"subscribe\",\"id\":\"1\"}",
        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":\"{a}\"}",
        "\ufeff{\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"payload\":{\"a\":[{\"b\":1,\"b\":1}]}}",
        "{\"type\":\"ping\"} {\"type\":\"ping\"}"
      })
  void what_is_no_message_closes_the_socket(String text) {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.send(text);
    assertThat(socket.closed().code()).isEqualTo(4400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "\"Bearer x\"", "[]"})
  void a_greeting_whose_payload_is_no_object_is_no_message(String payload) {
    TestSocket socket = TestSocket.open(port, Map.of());
    socket.send("{\"type\":\"connection_init\",\"payload\":" + payload + "}");
    assertThat(socket.closed()).isEqualTo(new TestSocket.Close(4400, "Invalid message"));
  }

  @Test
  void bytes_are_no_message() {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.send(new byte[] {1, 2, 3});
    assertThat(socket.closed()).isEqualTo(new TestSocket.Close(4400, "Invalid message"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subscription { orderEvents(scope: FOO) { cursor } } | The argument 'scope' is not a valid 'OrderScope'.",
        "subscription { a: orderEvents(scope: MINE) { cursor } b: orderEvents(scope: MINE) { cursor } } | A subscription selects exactly one field, and on no condition.",
        "subscription { __typename } | A subscription selects exactly one field, and on no condition.",
        "subscription { orderEvents(scope: MINE) { nothing } } | Field 'nothing' in type 'OrderEvent' is undefined",
      })
  void what_does_not_fit_is_said_without_the_names_of_classes(String text, String message) {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", text);
    JsonNode error = socket.next("error").at("/payload/0");
    assertThat(error.path("message").asString()).isEqualTo(message);
    assertThat(error.at("/extensions/code").asString()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query ($v: Boolean = true) { me @skip(if: $v) { id } } | null | Variable 'v' is null, which is no 'Boolean!'",
        "subscription ($v: Boolean = true) { orderEvents(scope: MINE) { cursor @skip(if: $v) } } | null | Variable 'v' is null, which is no 'Boolean!'",
        "subscription ($v: OrderScope!) { orderEvents(scope: $v) { cursor } } | null | Variable 'v' is null, which is no 'OrderScope!'",
        "subscription ($v: [ID!]!) { stockChanged(productIds: $v) { cursor } } | [null] | Variable 'v' has an invalid value: null is no 'ID!'",
        "query ($v: DateTime!) { stockAt(productId: 1, at: $v) { onHand } } | {} | Variable 'v' has an invalid value: A DateTime is an instant",
      })
  void variables_that_do_not_fit_are_bad_input_by_every_way(
      String document, String value, String message) {
    String request = "{\"query\":\"%s\",\"variables\":{\"v\":%s}}".formatted(document, value);
    TestSocket socket = TestSocket.greeted(port, token);
    socket.send("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":%s}".formatted(request));
    JsonNode error = socket.next("error").at("/payload/0");
    assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.path("message").asString()).startsWith(message);
    String event = send(post(port, request).header("accept", "text/event-stream")).body();
    assertThat(event).contains("BAD_USER_INPUT", message);
    assertThat(ROUTER.requests()).isEmpty();
    assertThat(ORDERS.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\udc00\"", "1e400", "-1e400", "[{\"x\":1e400}]"})
  void what_nobody_can_hold_is_a_bad_request_by_every_way(String value) {
    TestSocket socket = TestSocket.greeted(port, token);
    for (String document :
        List.of(
            "query ($v: ID!) { product(id: $v) { id } }",
            "subscription ($v: ID!) { orderStatusChanged(orderId: $v) { cursor } }")) {
      String request = "{\"query\":\"%s\",\"variables\":{\"v\":%s}}".formatted(document, value);
      socket.send("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":%s}".formatted(request));
      assertThat(errorCode(socket)).isEqualTo("BAD_REQUEST");
      assertThat(send(post(port, request).header("accept", "text/event-stream")).body())
          .contains("BAD_REQUEST");
    }
    assertThat(ROUTER.requests()).isEmpty();
    assertThat(ORDERS.requests()).isEmpty();
  }

  @Test
  void a_message_that_is_too_large_closes_the_socket() {
    TestSocket socket = TestSocket.greeted(port, token);
    socket.send("{\"type\":\"ping\",\"payload\":{\"x\":\"" + "x".repeat(10_000) + "\"}}");
    socket.next("pong");
    socket.send("{\"type\":\"ping\",\"payload\":{\"x\":\"" + "x".repeat(11_000) + "\"}}");
    assertThat(socket.closed().code()).isEqualTo(1009);
  }

  @Test
  void signs_of_life_go_both_ways() {
    TestSocket socket = TestSocket.greeted(port, token);
    await().until(() -> socket.pings() > 2);
    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void pages_of_other_hosts_may_not_open_sockets() {
    assertThatThrownBy(() -> TestSocket.open(port, Map.of("Origin", "https://evil.example")))
        .hasStackTraceContaining("403");
    TestSocket socket = TestSocket.open(port, Map.of("Origin", "http://127.0.0.1:" + port));
    socket.greet(Map.of());
    socket.next("connection_ack");
  }

  /** Says nothing for a long time. */
  private StandIn.Answer endless() {
    return StandIn.events(events -> Thread.sleep(10_000));
  }

  /** Gives signs of life until nobody listens. */
  private StandIn.Answer lively() {
    return StandIn.events(
        events -> {
          try {
            while (true) {
              events.comment();
              Thread.sleep(50);
            }
          } finally {
            left.countDown();
          }
        });
  }

  private static String errorCode(TestSocket socket) {
    return socket.next("error").at("/payload/0/extensions/code").asString();
  }
}
