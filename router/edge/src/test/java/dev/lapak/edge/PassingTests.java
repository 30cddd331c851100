package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ROUTER;
import static dev.lapak.edge.testing.Door.code;
import static dev.lapak.edge.testing.Door.json;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.query;
import static dev.lapak.edge.testing.Door.send;
import static dev.lapak.edge.testing.Door.sendForBytes;
import static dev.lapak.edge.testing.Door.to;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.edge.testing.StandIn.Request;
import dev.lapak.platform.testing.TestIssuer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Queries and mutations on their way to the router and back. */
@EdgeTest
@ExtendWith(OutputCaptureExtension.class)
class PassingTests {

  private static final int MAX_BODY = 1_000_000;
  private static final String ME = "{\"query\":\"{ me { id } }\"}";

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @LocalServerPort int port;

  @BeforeEach
  void routerAnswers() {
    ROUTER.answers(StandIn.json("{\"data\":{\"me\":null}}"));
  }

  @Test
  void the_very_bytes_pass_both_ways() {
    String body =
        "{ \"variables\" : {\"x\":1.10, \"ü\":\"\\u00fc\"},\n\"query\":\"query Q { me { id } }\",  \"operationName\":\"Q\"}\n";
    byte[] answer =
        "{\"data\" : {\"me\":{\"price\":1.10,\"id\":\"\\u00fc ü\"}} }\n".getBytes(UTF_8);
    ROUTER.answers(StandIn.bytes(200, "application/json; charset=utf-8", answer));
    HttpResponse<byte[]> response = sendForBytes(post(port, body));
    assertThat(ROUTER.onlyRequest().text()).isEqualTo(body);
    assertThat(response.body()).isEqualTo(answer);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type"))
        .contains("application/json; charset=utf-8");
  }

  @Test
  void a_large_answer_passes_as_a_stream() {
    byte[] answer = new byte[8_000_000];
    new Random(1).nextBytes(answer);
    ROUTER.answers(StandIn.bytes(200, "application/json", answer));
    assertThat(sendForBytes(post(port, ME)).body()).isEqualTo(answer);
    ROUTER.answers(
        (request, exchange) -> {
          exchange.getResponseHeaders().add("content-type", "application/json");
          exchange.sendResponseHeaders(200, 0); // of unknown length
          exchange.getResponseBody().write(answer);
        });
    assertThat(sendForBytes(post(port, ME)).body()).isEqualTo(answer);
  }

  @Test
  void the_router_s_refusals_pass_with_their_status_and_the_trace() {
    ROUTER.answers(
        refusal(
            "{\"message\":\"no\",\"locations\":[{\"line\":1,\"column\":2}],\"extensions\":{\"code\":\"GRAPHQL_VALIDATION_FAILED\"}}"));
    HttpResponse<String> response = send(post(port, ME).header("traceparent", PARENT));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "{\"errors\":[{\"message\":\"no\",\"locations\":[{\"line\":1,\"column\":2}],\"extensions\":{\"code\":\"GRAPHQL_VALIDATION_FAILED\",\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_GRAPHQL_REQUEST, lone leading surrogate at column 69, BAD_REQUEST",
    "PARSING_ERROR, syntax error: expected R_CURLY, GRAPHQL_PARSE_FAILED",
    "PARSING_ERROR, parser recursion limit reached, QUERY_TOO_DEEP",
    "PARSING_ERROR, token limit reached, QUERY_TOO_LARGE",
    "GRAPHQL_UNKNOWN_OPERATION_NAME, Unknown operation, BAD_REQUEST",
    "SUBSCRIPTION_DISABLED, see the documentation at apollographql.com, BAD_REQUEST",
    "SOMETHING_NEW, at 10.0.0.1, INTERNAL"
  })
  void the_router_s_own_codes_and_words_do_not_get_through(
      String code, String message, String shown) {
    ROUTER.answers(
        refusal(
            "{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\",\"details\":\"serde\"}}"
                .formatted(message, code)));
    HttpResponse<String> response = send(post(port, ME));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(code(response)).isEqualTo(shown);
    assertThat(response.body()).doesNotContain(message, "serde").contains("traceId");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ me { id } stockAt(productId: 1, at: \"2026\") { onHand } } | {} | GRAPHQL_VALIDATION_FAILED",
        "{ products(filter: {price: {currency: \"gbp\"}}) { totalCount } } | {} | GRAPHQL_VALIDATION_FAILED",
        "query ($v: DateTime!) { stockAt(productId: 1, at: $v) { onHand } } | {\"v\":\"2026\"} | BAD_USER_INPUT",
        "query ($v: ProductFilter) { products(filter: $v) { totalCount } } | {\"v\":{\"price\":{\"currency\":\"GBP\",\"min\":1}}} | BAD_USER_INPUT",
        "query ($v: Boolean = true) { me @skip(if: $v) { id } } | {\"v\":null} | BAD_USER_INPUT",
        "mutation ($v: Boolean = true) { logIn(input: {email: \"a\", password: \"b\"}) @include(if: $v) { errors { code } } } | {\"v\":null} | BAD_USER_INPUT",
      })
  void values_that_the_router_lets_pass_wrongly_do_not_reach_it(
      String document, String variables, String code) {
    String body =
        "{\"query\":%s,\"variables\":%s}"
            .formatted(JsonMapper.shared().writeValueAsString(document), variables);
    HttpResponse<String> response = send(post(port, body));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(code(response)).isEqualTo(code);
    assertThat(json(response.body()).at("/errors/0/locations/0/line").asInt()).isEqualTo(1);
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void values_that_fit_pass() {
    String body =
        query(
            "query ($at: DateTime!, $b: Boolean = true) { stockAt(productId: 1, at: $at) { onHand @include(if: $b) } }",
            Map.of("at", "2026-01-31T12:00:00Z", "b", false));
    assertThat(send(post(port, body)).statusCode()).isEqualTo(200);
    assertThat(ROUTER.onlyRequest().text()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoever_hangs_up_in_the_middle_of_a_body_is_no_fault(boolean reset, CapturedOutput log)
      throws Exception {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setSoLinger(reset, 0);
      client
          .getOutputStream()
          .write(
              "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"
                  .getBytes(UTF_8));
      Thread.sleep(500); // until it is being read
    }
    Thread.sleep(1_000);
    assertThat(log.getAll()).doesNotContain("ERROR");
  }

  @Test
  void a_refusal_without_a_reason_is_no_router_s() {
    for (String body : Arrays.asList("{}", "{\"errors\":[]}", "[", "")) {
      ROUTER.answers(StandIn.bytes(400, "application/json", body.getBytes(UTF_8)));
      HttpResponse<String> response = send(post(port, ME));
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(code(response)).isEqualTo("ROUTER_UNAVAILABLE");
    }
  }

  @Test
  void only_what_the_router_needs_gets_through() {
    String token = TestIssuer.customer(UUID.randomUUID());
    send(
        post(port, ME)
            .header("authorization", "Bearer " + token)
            .header("lapak-caller", "router:forged")
            .header("cookie", "session=1")
            .header("x-forwarded-for", "1.2.3.4")
            .header("apollo-require-preflight", "1")
            .header("accept-encoding", "gzip")
            .header("accept", "text/plain, */*"));
    Request request = ROUTER.onlyRequest();
    assertThat(request.headers())
        .containsOnlyKeys(
            "accept",
            "authorization",
            "content-length",
            "content-type",
            "host",
            "traceparent",
            "user-agent")
        .containsEntry("authorization", "Bearer " + token)
        .containsEntry("content-type", "application/json")
        .containsEntry("accept", "application/json");
    assertThat(request.headers().get("user-agent")).doesNotContain("Java");
  }

  @Test
  void the_newer_content_type_is_asked_for_where_it_is_wanted() {
    send(
        post(port, ME)
            .header("accept", "application/graphql-response+json,application/json;q=0.9"));
    assertThat(ROUTER.onlyRequest().headers())
        .containsEntry("accept", "application/graphql-response+json");
  }

  @ParameterizedTest
  @CsvSource({
    "application/graphql-response+json, application/graphql-response+json",
    "application/json, application/json",
    "*/*, application/json"
  })
  void a_refusal_is_of_the_type_asked_for_whoever_refuses(String accept, String type) {
    ROUTER.answers(refusal("{\"message\":\"no\",\"extensions\":{\"code\":\"PARSING_ERROR\"}}"));
    for (String document : List.of(ME, query("{"))) {
      HttpResponse<String> response = send(post(port, document).header("accept", accept));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.headers().firstValue("content-type")).contains(type);
    }
  }

  @Test
  void a_trace_goes_on_or_begins_here() {
    send(post(port, ME).header("traceparent", PARENT).header("tracestate", "a=b"));
    assertThat(ROUTER.onlyRequest().headers())
        .containsEntry("traceparent", PARENT)
        .containsEntry("tracestate", "a=b");
    ROUTER.answers(StandIn.json("{}"));
    send(post(port, ME).header("traceparent", "nonsense").header("tracestate", "a=b"));
    assertThat(ROUTER.onlyRequest().headers().get("traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    assertThat(ROUTER.onlyRequest().headers()).doesNotContainKey("tracestate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/graphql",
        "application/jsonp",
        "application/json-seq"
      })
  void what_any_page_may_send_is_not_taken(String type) {
    HttpResponse<String> response =
        send(to(port, "/graphql").header("content-type", type).POST(BodyPublishers.ofString(ME)));
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(code(response)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void no_content_type_and_encoded_bodies_are_not_taken() {
    assertThat(send(to(port, "/graphql").POST(BodyPublishers.ofString(ME))).statusCode())
        .isEqualTo(415);
    assertThat(send(post(port, ME).header("content-encoding", "gzip")).statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;charset=utf-8", "Application/JSON ; x=y"})
  void json_is_json_with_parameters(String type) {
    assertThat(
            send(to(port, "/graphql")
                    .header("content-type", type)
                    .POST(BodyPublishers.ofString(ME)))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_body_as_large_as_allowed_passes_and_a_larger_one_does_not() {
    String start = "{\"query\":\"{ me { id } }\",\"variables\":{\"a\":\"";
    String end = "\"}}";
    String largest = start + "x".repeat(MAX_BODY - start.length() - end.length()) + end;
    assertThat(send(post(port, largest)).statusCode()).isEqualTo(200);
    assertThat(ROUTER.onlyRequest().body()).hasSize(MAX_BODY);
    HttpResponse<String> declared = send(post(port, largest + " "));
    assertThat(declared.statusCode()).isEqualTo(413);
    assertThat(code(declared)).isEqualTo("REQUEST_TOO_LARGE");
    HttpResponse<String> undeclared =
        send(
            to(port, "/graphql")
                .header("content-type", "application/json")
                .POST(
                    BodyPublishers.fromPublisher(
                        BodyPublishers.ofByteArray((largest + " ").getBytes(UTF_8)))));
    assertThat(undeclared.statusCode()).isEqualTo(413);
    assertThat(ROUTER.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense                                     | BAD_REQUEST
          [{"query":"{me{id}}"}]                       | BAD_REQUEST
          {}                                           | BAD_REQUEST
          {"query":"query A{a} query B{b}"}            | BAD_REQUEST
          {"query":"{a}","operationName":"B"}          | BAD_REQUEST
          {"query":"{ me { id }"}                      | GRAPHQL_PARSE_FAILED
          {"query":"subscription { orderEvents(scope: MINE) { cursor } }"} | BAD_REQUEST
          {"extensions":{"persistedQuery":{}}}         | PERSISTED_QUERY_NOT_SUPPORTED
          """)
  void bad_requests_do_not_reach_the_router(String body, String code) {
    HttpResponse<String> response = send(post(port, body));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(code(response)).isEqualTo(code);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void an_error_says_where_to_look_for_it() {
    HttpResponse<String> response = send(post(port, query("{ a(")).header("traceparent", PARENT));
    assertThat(response.body())
        .contains("\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"", "\"locations\":[{");
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 100, 500, 10_000})
  void a_query_that_is_too_deep_does_not_reach_the_router(int depth) {
    HttpResponse<String> response = send(post(port, query(deep(depth))));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(code(response)).isEqualTo("QUERY_TOO_DEEP");
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void a_query_as_deep_as_allowed_passes() {
    assertThat(send(post(port, query(deep(20)))).statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_that_is_not_ours_ends_at_the_door() {
    for (String token :
        Arrays.asList(
            TestIssuer.forged(UUID.randomUUID()), "nonsense", "eyJhbGciOiJub25lIn0.e30.", "")) {
      HttpResponse<String> response =
          send(post(port, ME).header("authorization", "Bearer " + token));
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(code(response)).isEqualTo("TOKEN_INVALID");
    }
    assertThat(code(send(post(port, ME).header("authorization", "Basic YTpi"))))
        .isEqualTo("TOKEN_INVALID");
    HttpResponse<String> late =
        send(
            post(port, ME)
                .header("authorization", "Bearer " + TestIssuer.expired(UUID.randomUUID())));
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(code(late)).isEqualTo("TOKEN_EXPIRED");
    assertThat(late.headers().firstValue("www-authenticate")).isPresent();
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void two_tokens_are_none() {
    String token = "Bearer " + TestIssuer.customer(UUID.randomUUID());
    assertThat(
            code(
                send(post(port, ME).header("authorization", token).header("authorization", token))))
        .isEqualTo("TOKEN_INVALID");
  }

  @Test
  void a_token_is_good_until_it_ends() throws InterruptedException {
    String token = "Bearer " + TestIssuer.expiring(UUID.randomUUID(), Duration.ofSeconds(4));
    assertThat(send(post(port, ME).header("authorization", token)).statusCode()).isEqualTo(200);
    Thread.sleep(4_100);
    assertThat(code(send(post(port, ME).header("authorization", token))))
        .isEqualTo("TOKEN_EXPIRED");
  }

  @Test
  void a_router_that_is_too_slow_is_a_timeout() {
    ROUTER.answers(
        (request, exchange) -> {
          sleep(6_000);
          StandIn.json("{}").write(request, exchange);
        });
    HttpResponse<String> response = send(post(port, ME));
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(code(response)).isEqualTo("TIMEOUT");
  }

  @Test
  void what_is_no_router_is_not_passed_on() {
    ROUTER.answers(StandIn.status(502, "<html>some proxy, 10.0.0.1</html>"));
    HttpResponse<String> response = send(post(port, ME));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(code(response)).isEqualTo("ROUTER_UNAVAILABLE");
    assertThat(response.body()).doesNotContain("10.0.0.1");
  }

  @Test
  void a_mutation_whose_answer_is_lost_is_not_sent_again() {
    ROUTER.answers((request, exchange) -> exchange.close());
    HttpResponse<String> response = send(post(port, query("mutation { x }")));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(code(response)).isEqualTo("ROUTER_UNAVAILABLE");
    assertThat(ROUTER.requests()).hasSize(1);
  }

  @Test
  void an_answer_that_breaks_off_is_not_taken_for_whole() {
    ROUTER.answers(
        (request, exchange) -> {
          exchange.getResponseHeaders().add("content-type", "application/json");
          exchange.sendResponseHeaders(200, 10_000_000);
          exchange.getResponseBody().write(new byte[200_000]);
          exchange.getResponseBody().flush();
          throw new java.io.IOException("breaks off");
        });
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sendForBytes(post(port, ME))))
        .isNotNull();
  }

  @Test
  void other_methods_are_not_allowed() {
    HttpResponse<String> response = send(to(port, "/graphql?query=%7Bme%7Bid%7D%7D").GET());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(code(response)).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(response.headers().firstValue("allow")).contains("POST");
    assertThat(send(to(port, "/graphql").DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void whoever_opens_the_endpoint_in_a_browser_gets_graphiql() {
    HttpResponse<String> response =
        send(to(port, "/graphql").header("accept", "text/html,*/*;q=0.8").GET());
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("location")).contains("/graphiql");
  }

  @Test
  void other_origins_get_no_leave() {
    HttpResponse<String> response = send(post(port, ME).header("origin", "https://evil.example"));
    assertThat(response.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control"));
  }

  @Test
  void answers_carry_what_keeps_browsers_safe() {
    Map<String, java.util.List<String>> headers = send(post(port, ME)).headers().map();
    assertThat(headers)
        .containsKeys("x-content-type-options", "referrer-policy", "x-frame-options");
  }

  private static StandIn.Answer refusal(String error) {
    return StandIn.bytes(400, "application/json", ("{\"errors\":[" + error + "]}").getBytes(UTF_8));
  }

  /** {@code { a { a } }} with so many fields. */
  private static String deep(int fields) {
    return "{ a ".repeat(fields) + "}".repeat(fields);
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
