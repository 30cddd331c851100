package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Backstage.ROUTER;
import static dev.lapak.edge.testing.Door.code;
import static dev.lapak.edge.testing.Door.json;
import static dev.lapak.edge.testing.Door.send;
import static dev.lapak.edge.testing.Door.to;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lapak.edge.testing.Backstage;
import dev.lapak.edge.testing.Door;
import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.platform.testing.TestIssuer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** GraphQL multipart requests. */
@EdgeTest
class FormTests {

  private static final String BOUNDARY = "----a-boundary";

  private static final String HAND_IN =
      "mutation ($input: UploadPaymentProofInput!) {"
          + " uploadPaymentProof(input: $input) { errors { code } } }";

  private static final String ONE =
      """
      {"query": "%s", "variables": {"input": {"orderId": "o-1", "files": [null]}}}\
      """
          .formatted(HAND_IN);

  private static final String TWO = ONE.replace("[null]", "[null, null]");

  private static final String MAP = "{\"0\": [\"variables.input.files.0\"]}";

  @LocalServerPort int port;

  private final String token = TestIssuer.customer(UUID.randomUUID());
  private final List<byte[]> received = new CopyOnWriteArrayList<>();

  @BeforeEach
  void orders_takes_files_and_the_router_answers() {
    ORDERS.answers(
        (request, exchange) -> {
          received.add(exchange.getRequestBody().readAllBytes());
          StandIn.bytes(
                  201,
                  "application/json",
                  "{\"id\":\"file-%d\"}".formatted(received.size()).getBytes(UTF_8))
              .write(request, exchange);
        });
    ROUTER.answers(StandIn.json("{\"data\":{\"uploadPaymentProof\":{\"errors\":[]}}}"));
  }

  @Test
  void files_go_to_orders_and_their_ids_to_the_router() {
    byte[] first = bytes(3_000_000);
    byte[] second = bytes(1);

    HttpResponse<String> answer =
        post(
            new Body()
                .field("operations", TWO)
                .field(
                    "map",
                    "{\"a\": [\"variables.input.files.1\"], \"b\": [\"variables.input.files.0\"]}")
                .file("a", first)
                .file("b", second));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"errors\":[]");
    assertThat(received).containsExactly(first, second);
    assertThat(ORDERS.requests())
        .allSatisfy(
            request -> {
              assertThat(request.method()).isEqualTo("POST");
              assertThat(request.uri()).isEqualTo("/files/uploads");
              assertThat(request.headers())
                  .containsEntry("lapak-caller", "edge:" + Backstage.SECRET)
                  .containsEntry("authorization", "Bearer " + token)
                  .containsKey("traceparent");
            });
    StandIn.Request asked = ROUTER.onlyRequest();
    assertThat(asked.headers()).containsEntry("content-type", "application/json");
    assertThat(asked.json().path("query").asString()).isEqualTo(HAND_IN);
    assertThat(asked.json().path("variables"))
        .isEqualTo(
            json(
                "{\"input\":{\"orderId\":\"o-1\",\"files\":[{\"id\":\"file-2\"},{\"id\":\"file-1\"}]}}"));
  }

  @Test
  void parts_may_say_their_types() {
    HttpResponse<String> answer =
        post(
            new Body()
                .part("name=\"operations\"\r\ncontent-type: application/json", ONE.getBytes(UTF_8))
                .part("name=\"map\"\r\ncontent-type: application/json", MAP.getBytes(UTF_8))
                .part(
                    "name=\"0\"; filename=\"../../etc/passwd\"\r\ncontent-type: text/html",
                    bytes(10)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(received).hasSize(1);
  }

  @Test
  void a_file_that_is_not_taken_is_said_to_the_operation() {
    for (int status : new int[] {400, 413, 415, 422, 429}) {
      String problem = "{\"code\":\"FILE_TYPE\",\"message\":\"It is none.\"}";
      ORDERS.answers(
          (request, exchange) -> {
            exchange.getRequestBody().readAllBytes();
            StandIn.bytes(status, "application/json", problem.getBytes(UTF_8))
                .write(request, exchange);
          });
      ROUTER.answers(StandIn.json("{\"data\":null}"));

      post(whole());

      assertThat(ROUTER.onlyRequest().json().at("/variables/input/files/0"))
          .isEqualTo(json(problem));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHENTICATED",
    "403, SUBGRAPH_UNAVAILABLE",
    "408, BAD_REQUEST",
    "500, SUBGRAPH_UNAVAILABLE",
    "503, TRY_AGAIN",
  })
  void what_is_no_fault_of_the_file_ends_the_request(int status, String code) {
    ORDERS.answers(StandIn.status(status, "{}"));

    assertThat(code(post(whole()))).isEqualTo(code);
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void a_page_can_t_send_one_without_asking_first() {
    for (String header : List.of("x-other", "apollo-require-preflight")) {
      HttpRequest.Builder request =
          to(port, "/graphql")
              .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
              .header("authorization", "Bearer " + token)
              .header(header, " ")
              .POST(BodyPublishers.ofByteArray(whole().bytes()));

      HttpResponse<String> answer = send(request);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("Apollo-Require-Preflight");
    }
    assertThat(received).isEmpty();
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void nobody_sends_no_files() {
    HttpResponse<String> answer =
        send(
            to(port, "/graphql")
                .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("apollo-require-preflight", "true")
                .POST(BodyPublishers.ofByteArray(whole().bytes())));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(code(answer)).isEqualTo("UNAUTHENTICATED");
    assertThat(received).isEmpty();
  }

  @Test
  void an_operation_without_files_may_come_so_too() {
    ROUTER.answers(StandIn.json("{\"data\":{\"__typename\":\"Query\"}}"));

    HttpResponse<String> answer =
        post(new Body().field("operations", "{\"query\":\"{ __typename }\"}").field("map", "{}"));

    assertThat(answer.body()).contains("Query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "null",
        "{\"0\": \"variables.input.files.0\"}",
        "{\"0\": [1]}",
        "{\"0\": [null]}",
        "{\"0\": null}",
        "{\"0\": []}",
        "{\"0\": [\"\"]}",
        "{\"0\": [\"variables\"]}",
        "{\"0\": [\"query\"]}",
        "{\"0\": [\"0.variables.input.files.0\"]}",
        "{\"0\": [\"variables.input.files\"]}",
        "{\"0\": [\"variables.input.files.1\"]}",
        "{\"0\": [\"variables.input.files.-1\"]}",
        "{\"0\": [\"variables.input.files.00000000000000000000\"]}",
        "{\"0\": [\"variables.input.files.x\"]}",
        "{\"0\": [\"variables.input.orderId\"]}",
        "{\"0\": [\"variables.input.orderId.0\"]}",
        "{\"0\": [\"variables.input.other\"]}",
        "{\"0\": [\"variables.input.files.0\", \"variables.input.files.0\"]}",
        "{\"0\": [\"variables.input.files.0\"], \"0\": [\"variables.input.files.0\"]}",
        "{\"0\": [\"variables.input.files.0\"], \"1\": [\"variables.input.files.0\"]}",
      })
  void a_map_that_says_nothing_sensible_is_refused_before_a_file_is_taken(String map) {
    HttpResponse<String> answer =
        post(new Body().field("operations", ONE).field("map", map).file("0", bytes(10)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isIn("BAD_REQUEST", "BAD_USER_INPUT");
    assertThat(received).isEmpty();
    assertThat(ROUTER.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"query\":\"{ nothing }\"} | GRAPHQL_VALIDATION_FAILED",
        "{\"query\":\"{\"} | GRAPHQL_PARSE_FAILED",
        "[{\"query\":\"{ __typename }\"}] | BAD_REQUEST",
        "{} | BAD_REQUEST",
        "nonsense | BAD_REQUEST",
        "{\"query\":\"subscription { orderEvents(scope: MINE) { cursor } }\"} | BAD_REQUEST",
      })
  void an_operation_that_can_t_be_run_is_refused_before_a_file_is_taken(
      String operations, String code) {
    HttpResponse<String> answer =
        post(new Body().field("operations", operations).field("map", "{}").file("0", bytes(10)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(received).isEmpty();
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void a_file_belongs_where_an_upload_is_wanted() {
    String operations =
        "{\"query\":\"query ($id: ID!, $after: String) { order(id: $id) { id }"
            + " myOrders(after: $after) { totalCount } }\","
            + "\"variables\":{\"id\":null,\"after\":null}}";
    for (String place : List.of("id", "after")) {
      HttpResponse<String> answer =
          post(
              new Body()
                  .field("operations", operations)
                  .field("map", "{\"0\": [\"variables.%s\"]}".formatted(place))
                  .file("0", bytes(10)));

      assertThat(code(answer)).isEqualTo("BAD_USER_INPUT");
    }
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"x\"", "{\"id\": \"00000000-0000-7000-8000-000000000001\"}"})
  void json_alone_is_no_file(String value) {
    HttpResponse<String> answer =
        send(
            Door.post(port, ONE.replace("[null]", "[" + value + "]"))
                .header("authorization", "Bearer " + token));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("BAD_USER_INPUT");
    HttpResponse<String> written =
        send(
            Door.post(
                port,
                Door.query(
                    "mutation { uploadPaymentProof(input: {orderId: 1, files: [%s]}) { errors { code } } }"
                        .formatted(value.replace("\"id\"", "id")))));
    assertThat(code(written)).isEqualTo("GRAPHQL_VALIDATION_FAILED");
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void parts_come_in_their_order_and_all_of_them() {
    for (Body body :
        List.of(
            new Body().field("map", MAP).field("operations", ONE).file("0", bytes(1)),
            new Body().file("0", bytes(1)).field("operations", ONE).field("map", MAP),
            new Body().field("operations", ONE),
            new Body().field("operations", ONE).field("map", MAP),
            new Body().field("operations", ONE).field("map", MAP).file("1", bytes(1)),
            whole().file("0", bytes(1)),
            whole().file("1", bytes(1)),
            new Body())) {
      HttpResponse<String> answer = post(body);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(code(answer)).isEqualTo("BAD_REQUEST");
    }
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void what_is_cut_off_or_no_form_is_a_bad_request() {
    byte[] whole = whole().bytes();
    for (int length : new int[] {0, 10, 200, whole.length - 4}) {
      assertThat(code(post(Arrays.copyOf(whole, length), BOUNDARY))).isEqualTo("BAD_REQUEST");
    }
    assertThat(code(post(whole, "another"))).isEqualTo("BAD_REQUEST");
    assertThat(
            code(
                send(
                    to(port, "/graphql")
                        .header("content-type", "multipart/form-data")
                        .header("apollo-require-preflight", "true")
                        .POST(BodyPublishers.ofByteArray(whole)))))
        .isEqualTo("BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "name=\"operations\"\r\ncontent-type: nonsense",
        "name=\"operations\"\r\ncontent-type: text/plain; charset=nonsense",
      })
  void what_says_nothing_sensible_of_itself_is_a_bad_request(String head) {
    byte[] operations = ONE.getBytes(UTF_8);
    for (int length : new int[] {10, 1_350_000}) {
      assertThat(
              code(
                  post(
                      new Body()
                          .part(head, operations)
                          .field("map", MAP)
                          .file("0", bytes(length)))))
          .isEqualTo("BAD_REQUEST");
      assertThat(code(post(whole().part(head, bytes(length))))).isEqualTo("BAD_REQUEST");
    }
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void no_more_files_than_five() {
    Body body =
        new Body()
            .field("operations", ONE.replace("[null]", "[null,null,null,null,null,null]"))
            .field(
                "map",
                "{\"0\":[\"variables.input.files.0\",\"variables.input.files.1\","
                    + "\"variables.input.files.2\",\"variables.input.files.3\","
                    + "\"variables.input.files.4\",\"variables.input.files.5\"]}")
            .file("0", bytes(1));

    assertThat(code(post(body))).isEqualTo("BAD_REQUEST");
    assertThat(received).isEmpty();
  }

  @Test
  void a_part_or_a_request_that_is_too_large_is_refused() {
    Body json =
        new Body()
            .field("operations", ONE.replace("o-1", "o".repeat(1_000_001)))
            .field("map", MAP)
            .file("0", bytes(1));
    assertThat(code(post(json))).isEqualTo("REQUEST_TOO_LARGE");

    Body file = new Body().field("operations", ONE).field("map", MAP).file("0", new byte[41 << 20]);
    assertThat(code(post(file))).isEqualTo("REQUEST_TOO_LARGE");
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void what_says_that_it_is_too_large_is_not_read() throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client
          .getOutputStream()
          .write(
              ("POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n"
                      + "apollo-require-preflight: true\r\ncontent-length: 70000000\r\n"
                      + "content-type: multipart/form-data; boundary="
                      + BOUNDARY
                      + "\r\n\r\n")
                  .getBytes(UTF_8));
      assertThat(new String(client.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void a_file_passes_piece_by_piece() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    ORDERS.answers(
        (request, exchange) -> {
          InputStream body = exchange.getRequestBody();
          body.readNBytes(50_000);
          arrived.countDown();
          received.add(body.readAllBytes());
          StandIn.bytes(201, "application/json", "{\"id\":\"f\"}".getBytes(UTF_8))
              .write(request, exchange);
        });
    byte[] whole =
        new Body().field("operations", ONE).field("map", MAP).file("0", bytes(200_000)).bytes();
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = client.getOutputStream();
      out.write(
          ("POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer "
                  + token
                  + "\r\napollo-require-preflight: true\r\ncontent-length: "
                  + whole.length
                  + "\r\ncontent-type: multipart/form-data; boundary="
                  + BOUNDARY
                  + "\r\n\r\n")
              .getBytes(UTF_8));
      out.write(whole, 0, 150_000);
      out.flush();
      assertThat(arrived.await(10, TimeUnit.SECONDS)).as("before the rest has come").isTrue();
      out.write(whole, 150_000, whole.length - 150_000);
      out.flush();
      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 200");
    }
    assertThat(received.getFirst()).hasSize(150_000);
  }

  @Test
  void who_is_refused_while_still_sending_hears_why() {
    ORDERS.answers(
        (request, exchange) -> {
          exchange.sendResponseHeaders(503, 2);
          exchange.getResponseBody().write("{}".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          exchange.getRequestBody().readAllBytes();
        });
    Body large = new Body().field("operations", ONE).field("map", MAP).file("0", bytes(30 << 20));

    for (int i = 0; i < 5; i++) {
      assertThat(code(post(large))).isEqualTo("TRY_AGAIN");
    }
  }

  /** What is wrong, with the code that says so. */
  static List<Arguments> refused() {
    String anonymous = "";
    String someone = "Bearer " + TestIssuer.customer(UUID.randomUUID());
    return List.of(
        arguments("UNAUTHENTICATED", anonymous, ONE, MAP),
        arguments("TOKEN_INVALID", "Bearer nonsense", ONE, MAP),
        arguments("BAD_REQUEST", someone, ONE, "{\"0\": [\"variables.input.files.9\"]}"),
        arguments("BAD_REQUEST", someone, ONE, "{\"9\": [\"variables.input.files.0\"]}"),
        arguments("BAD_REQUEST", someone, ONE, "nonsense"),
        arguments("BAD_REQUEST", someone, "nonsense", MAP),
        arguments("GRAPHQL_PARSE_FAILED", someone, ONE.replace("mutation (", "mutation (("), MAP),
        arguments("GRAPHQL_VALIDATION_FAILED", someone, ONE.replace("{ code }", "{ kode }"), MAP),
        arguments("BAD_USER_INPUT", someone, ONE.replace("orderId", "order"), MAP));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void who_is_refused_hears_why_however_large_the_files_and_how_many(
      String code, String authorization, String operations, String map) {
    for (int length : new int[] {1_000, 1_350_000}) {
      for (int files = 1; files <= 6; files++) {
        Body body = new Body().field("operations", operations).field("map", map);
        for (int file = 0; file < files; file++) {
          body.file(String.valueOf(file), bytes(length));
        }
        for (int i = 0; i < 4; i++) {
          assertThat(code(post(body.bytes(), BOUNDARY, authorization))).isEqualTo(code);
        }
      }
    }
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void parts_that_are_none_of_these_are_read_to_the_end_too() {
    byte[] large = bytes(20 << 20);
    Body many = new Body().field("operations", ONE).field("map", MAP);
    for (int i = 0; i < 20_000; i++) {
      many.file("0", bytes(1));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(code(post(new Body().file("0", large).field("operations", ONE))))
          .isEqualTo("BAD_REQUEST");
      assertThat(code(post(new Body().field("operations", ONE).file("map", large))))
          .isEqualTo("REQUEST_TOO_LARGE");
      assertThat(code(post(new Body().field("operations", ONE).field("map", MAP).file("1", large))))
          .isEqualTo("BAD_REQUEST");
      assertThat(code(post(whole().part("name=\"" + "x".repeat(9_000) + "\"", large))))
          .isEqualTo("REQUEST_TOO_LARGE");
      assertThat(code(post(large, BOUNDARY))).isEqualTo("BAD_REQUEST");
      assertThat(code(post(many))).isEqualTo("BAD_REQUEST");
    }
    assertThat(ROUTER.requests()).isEmpty();
  }

  @Test
  void a_file_of_which_little_is_read_does_not_hold_up_the_next() {
    ORDERS.answers(
        (request, exchange) -> {
          byte[] problem = "{\"code\":\"FILE_TYPE\",\"message\":\"It is none.\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(415, problem.length);
          exchange.getResponseBody().write(problem);
          exchange.getResponseBody().flush();
          exchange.getRequestBody().readAllBytes();
        });
    byte[] large = bytes(20 << 20);

    HttpResponse<String> answer =
        post(
            new Body()
                .field("operations", TWO)
                .field(
                    "map",
                    "{\"a\": [\"variables.input.files.0\"], \"b\": [\"variables.input.files.1\"]}")
                .file("a", large)
                .file("b", large));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ROUTER.onlyRequest().json().at("/variables/input/files"))
        .hasSize(2)
        .allSatisfy(file -> assertThat(file.path("code").asString()).isEqualTo("FILE_TYPE"));
  }

  @Test
  void who_is_refused_does_no_harm_to_anybody_else() throws Exception {
    byte[] file = bytes(1_350_000);
    ORDERS.answers(
        (request, exchange) -> {
          boolean same = Arrays.equals(exchange.getRequestBody().readAllBytes(), file);
          StandIn.bytes(same ? 201 : 500, "application/json", "{\"id\":\"f\"}".getBytes(UTF_8))
              .write(request, exchange);
        });
    byte[] whole = new Body().field("operations", ONE).field("map", MAP).file("0", file).bytes();
    String json = Door.query("{ __typename }");
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService refused = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> floods = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        floods.add(
            refused.submit(
                () -> {
                  int times = 0;
                  for (; !over.get(); times++) {
                    assertThat(code(post(whole, BOUNDARY, ""))).isEqualTo("UNAUTHENTICATED");
                  }
                  return times;
                }));
      }
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(others.submit(() -> post(whole, BOUNDARY)));
        answers.add(others.submit(() -> send(Door.post(port, json))));
      }
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().body()).contains("\"errors\":[]");
      }
      over.set(true);
      for (Future<Integer> flood : floods) {
        assertThat(flood.get()).isPositive();
      }
    } finally {
      over.set(true);
    }
  }

  @Test
  void who_is_refused_before_anything_is_read_hears_why() {
    byte[] large = new Body().field("operations", ONE).file("0", bytes(20 << 20)).bytes();
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> answer =
          send(
              to(port, "/graphql")
                  .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                  .POST(BodyPublishers.ofByteArray(large)));

      assertThat(answer.body()).contains("Apollo-Require-Preflight");
    }
  }

  private Body whole() {
    return new Body().field("operations", ONE).field("map", MAP).file("0", bytes(10));
  }

  private HttpResponse<String> post(Body body) {
    return post(body.bytes(), BOUNDARY);
  }

  private HttpResponse<String> post(byte[] body, String boundary) {
    return post(body, boundary, "Bearer " + token);
  }

  private HttpResponse<String> post(byte[] body, String boundary, String authorization) {
    HttpRequest.Builder request =
        to(port, "/graphql")
            .header("content-type", "multipart/form-data; boundary=" + boundary)
            .header("apollo-require-preflight", "true")
            .POST(BodyPublishers.ofByteArray(body));
    return send(authorization.isEmpty() ? request : request.header("authorization", authorization));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  /** A multipart body. */
  private static final class Body {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Body field(String name, String value) {
      return part("name=\"%s\"".formatted(name), value.getBytes(UTF_8));
    }

    Body file(String name, byte[] content) {
      return part(
          "name=\"%s\"; filename=\"f\"\r\ncontent-type: application/octet-stream".formatted(name),
          content);
    }

    Body part(String head, byte[] content) {
      out.writeBytes(
          "--%s\r\ncontent-disposition: form-data; %s\r\n\r\n"
              .formatted(BOUNDARY, head)
              .getBytes(UTF_8));
      out.writeBytes(content);
      out.writeBytes("\r\n".getBytes(UTF_8));
      return this;
    }

    byte[] bytes() {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(out.toByteArray());
      whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
      return whole.toByteArray();
    }
  }
}
