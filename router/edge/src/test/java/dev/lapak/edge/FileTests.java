package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Door.json;
import static dev.lapak.edge.testing.Door.send;
import static dev.lapak.edge.testing.Door.sendForBytes;
import static dev.lapak.edge.testing.Door.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.Backstage;
import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code /files} on their way to their subgraph and back. */
@EdgeTest
@ExtendWith(OutputCaptureExtension.class)
class FileTests {

  private static final int MAX = 12 * 1024 * 1024;

  @LocalServerPort int port;

  private final AtomicReference<byte[]> received = new AtomicReference<>(new byte[0]);

  @BeforeEach
  void ordersKeepsWhatComes() {
    ORDERS.answers(
        (request, exchange) -> {
          received.set(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(201, -1);
        });
  }

  @Test
  void an_upload_passes_whole_with_the_edge_s_proof() {
    byte[] file = bytes(MAX);
    HttpResponse<String> response =
        send(
            to(port, "/files/proofs/a-1_B.c~?signature=x%2Fy&expires=1")
                .header("content-type", "image/png")
                .header("lapak-caller", "orders:forged")
                .header("cookie", "a=b")
                .header("authorization", "Bearer x")
                .PUT(BodyPublishers.ofByteArray(file)));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(received.get()).isEqualTo(file);
    StandIn.Request request = ORDERS.onlyRequest();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.uri()).isEqualTo("/files/proofs/a-1_B.c~?signature=x%2Fy&expires=1");
    assertThat(request.headers())
        .containsEntry("lapak-caller", "edge:" + Backstage.SECRET)
        .containsEntry("content-type", "image/png")
        .containsEntry("content-length", String.valueOf(MAX))
        .doesNotContainKeys("cookie", "authorization");
  }

  @Test
  void an_upload_passes_piece_by_piece() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    ORDERS.answers(
        (request, exchange) -> {
          InputStream body = exchange.getRequestBody();
          int first = body.read();
          arrived.countDown();
          received.set(new byte[] {(byte) first, (byte) body.readAllBytes().length});
          exchange.sendResponseHeaders(201, -1);
        });
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = client.getOutputStream();
      out.write(
          "PUT /files/proofs/a HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 6\r\n\r\n"
              .getBytes(StandardCharsets.UTF_8));
      out.write(7);
      out.flush();
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      out.write(new byte[5]);
      out.flush();
      assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 201");
    }
    assertThat(received.get()).containsExactly(7, 5);
  }

  @Test
  void a_file_that_is_too_large_stays_outside() {
    HttpResponse<String> declared =
        send(to(port, "/files/proofs/a").PUT(BodyPublishers.ofByteArray(new byte[MAX + 1])));
    assertThat(declared.statusCode()).isEqualTo(413);
    assertThat(declared.body()).contains("The file is larger than maxBytes of its upload.");
    assertThat(code(declared)).isEqualTo("FILE_TOO_LARGE");
    assertThat(ORDERS.requests()).isEmpty();
    HttpResponse<String> undeclared =
        send(
            to(port, "/files/proofs/a")
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[MAX + 1]))));
    assertThat(undeclared.statusCode()).isEqualTo(413);
    assertThat(received.get()).isEmpty();
  }

  @Test
  void a_download_passes_with_what_browsers_need_and_no_more() {
    byte[] file = bytes(3_000_000);
    ORDERS.answers(
        (request, exchange) -> {
          exchange.getResponseHeaders().add("content-type", "application/pdf");
          exchange.getResponseHeaders().add("content-disposition", "inline");
          exchange.getResponseHeaders().add("cache-control", "private, max-age=600");
          exchange.getResponseHeaders().add("content-security-policy", "sandbox");
          exchange.getResponseHeaders().add("set-cookie", "a=b");
          exchange.getResponseHeaders().add("x-internal", "10.0.0.1");
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file);
        });
    HttpResponse<byte[]> response = sendForBytes(to(port, "/files/proofs/a?s=1").GET());
    assertThat(response.body()).isEqualTo(file);
    assertThat(response.headers().map())
        .containsKeys(
            "content-type", "content-disposition", "cache-control", "content-security-policy")
        .doesNotContainKeys("set-cookie", "x-internal");
    assertThat(response.headers().firstValue("content-security-policy")).contains("sandbox");
    assertThat(response.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(response.headers().firstValue("content-length"))
        .contains(String.valueOf(file.length));
  }

  @Test
  void a_look_at_a_download_passes_without_its_bytes() throws IOException {
    ORDERS.answers(
        (request, exchange) -> {
          exchange.getResponseHeaders().add("content-type", "application/pdf");
          exchange.getResponseHeaders().add("content-length", "3000000");
          exchange.sendResponseHeaders(200, -1);
        });
    String answer = raw("HEAD /files/proofs/a?s=1 HTTP/1.1");
    assertThat(ORDERS.onlyRequest().method()).isEqualTo("HEAD");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .startsWith("http/1.1 200")
        .contains("content-type: application/pdf", "content-length: 3000000")
        .endsWith("\r\n\r\n");
  }

  @Test
  void orders_refusals_pass() {
    ORDERS.answers(
        (request, exchange) -> {
          exchange.getResponseHeaders().add("retry-after", "2");
          StandIn.bytes(503, "application/json", "{\"errors\":[]}".getBytes())
              .write(request, exchange);
        });
    HttpResponse<String> response =
        send(to(port, "/files/proofs/a").PUT(BodyPublishers.ofString("<svg/>")));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("retry-after")).contains("2");
    assertThat(response.body()).isEqualTo("{\"errors\":[]}");
  }

  @Test
  void a_refusal_that_comes_before_the_file_is_whole_passes() {
    byte[] problem = "{\"code\":\"NOT_FOUND\"}".getBytes(StandardCharsets.UTF_8);
    ORDERS.answers(
        (request, exchange) -> {
          exchange.getResponseHeaders().add("content-type", "application/json");
          exchange.sendResponseHeaders(404, problem.length);
          exchange.getResponseBody().write(problem);
          exchange.getResponseBody().flush();
          // The rest is dropped, as the subgraphs do.
          exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        });
    byte[] file = bytes(MAX);
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> response =
          send(to(port, "/files/proofs/a").PUT(BodyPublishers.ofByteArray(file)));
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(code(response)).isEqualTo("NOT_FOUND");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files",
        "/files/",
        "/files//graphql",
        "/files/../graphql",
        "/files/proofs/a/../../graphql",
        "/files/%2e%2e/graphql",
        "/files/..%2fgraphql",
        "/files/proofs/a;b",
        "/files/.git",
        "/files/proofs/a%00",
        "/files/proofs/a\\b"
      })
  void nothing_leads_out_of_files(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1");
    assertThat(answer).startsWith("HTTP/1.1 4");
    assertThat(ORDERS.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/files/images/a", "/files/imports/a"})
  void each_kind_goes_to_its_subgraph(String path) {
    // Products is not there.
    assertThat(code(send(to(port, path).GET()))).isEqualTo("SUBGRAPH_UNAVAILABLE");
    assertThat(ORDERS.requests()).isEmpty();
  }

  @Test
  void there_are_no_other_kinds() {
    assertThat(send(to(port, "/files/others/a").GET()).statusCode()).isEqualTo(404);
    assertThat(ORDERS.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE", "PATCH"})
  void other_methods_are_not_allowed(String method) {
    HttpResponse<String> response =
        send(to(port, "/files/proofs/a").method(method, BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("allow")).contains("GET, HEAD, PUT");
  }

  @Test
  void orders_that_says_nothing_is_a_timeout() {
    ORDERS.answers((request, exchange) -> sleep());
    HttpResponse<String> response = send(to(port, "/files/proofs/a").GET());
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(code(response)).isEqualTo("TIMEOUT");
  }

  @Test
  void orders_that_breaks_off_is_not_available() {
    ORDERS.answers((request, exchange) -> exchange.close());
    HttpResponse<String> response = send(to(port, "/files/proofs/a").GET());
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(code(response)).isEqualTo("SUBGRAPH_UNAVAILABLE");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void an_upload_that_breaks_off_breaks_off_behind_the_door_too(boolean reset, CapturedOutput log)
      throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    CountDownLatch arrived = new CountDownLatch(1);
    ORDERS.answers(
        (request, exchange) -> {
          try {
            exchange.getRequestBody().read();
            arrived.countDown();
            exchange.getRequestBody().readAllBytes();
            end.complete(new AssertionError("took it for whole"));
          } catch (IOException e) {
            end.complete(e);
          }
        });
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setSoLinger(reset, 0);
      OutputStream out = client.getOutputStream();
      out.write(
          "PUT /files/proofs/a HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n0123456789"
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    Thread.sleep(500);
    assertThat(log.getAll()).doesNotContain("ERROR", "can't be reached");
  }

  private String raw(String requestLine) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client
          .getOutputStream()
          .write(
              (requestLine + "\r\nhost: x\r\nconnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String code(HttpResponse<String> response) {
    return json(response.body()).path("code").asString();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static void sleep() {
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
