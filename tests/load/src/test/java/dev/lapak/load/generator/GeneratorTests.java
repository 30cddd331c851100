package dev.lapak.load.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lapak.load.Outcome;
import dev.lapak.load.Trouble;
import dev.lapak.load.workload.Expectation;
import dev.lapak.load.workload.Target;
import dev.lapak.load.workload.Workload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GeneratorTests {

  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final String GOOD = "{\"data\":{\"product\":{\"sku\":\"A\"}}}";
  private static final String BAD =
      "{\"data\":{\"product\":{\"sku\":\"A\"}},\"errors\":[{\"message\":\"Away.\"}]}";

  private final AtomicInteger received = new AtomicInteger();
  private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
  private final Set<String> bodies = ConcurrentHashMap.newKeySet();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  private interface Answering {
    void answer(HttpExchange exchange, int number) throws IOException, InterruptedException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void counts_good_answers_over_so_many_kept_connections() {
    serve((exchange, number) -> send(exchange, 200, GOOD));

    Outcome outcome = run(4);

    assertThat(outcome.requests()).isEqualTo(received.get()).isGreaterThan(50);
    assertThat(outcome.errors()).isZero();
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.elapsed()).isBetween(Duration.ofMillis(700), Duration.ofSeconds(4));
    assertThat(clients).hasSize(4);
  }

  @Test
  void sends_each_request_with_data_of_its_own() {
    serve((exchange, number) -> send(exchange, 200, GOOD));

    Outcome outcome = run(2);

    assertThat(bodies).hasSize((int) outcome.requests());
    assertThat(tokens).containsExactlyInAnyOrder("token 0", "token 1", "token 2");
  }

  @Test
  void counts_an_answer_with_errors_as_an_error() {
    serve((exchange, number) -> send(exchange, 200, number % 2 == 0 ? GOOD : BAD));

    Outcome outcome = run(1);

    assertThat(outcome.errors()).isCloseTo(outcome.requests() / 2, within(1L));
    assertThat(outcome.problems()).containsOnlyKeys("Away.");
  }

  @Test
  void counts_a_status_and_says_it() {
    serve((exchange, number) -> send(exchange, 503, "{\"errors\":[{\"message\":\"Full.\"}]}"));

    Outcome outcome = run(1);

    assertThat(outcome.good()).isZero();
    assertThat(outcome.problems()).containsOnlyKeys("HTTP 503, Full.");
  }

  @Test
  void counts_a_lost_connection_and_goes_on() {
    serve(
        (exchange, number) -> {
          if (number == 3) {
            exchange.close();
          } else {
            send(exchange, 200, GOOD);
          }
        });

    Outcome outcome = run(1);

    assertThat(outcome.errors()).isEqualTo(1);
    assertThat(outcome.problems()).containsExactly(Map.entry("no answer", 1L));
    assertThat(outcome.good()).isGreaterThan(5);
  }

  @Test
  void reads_an_answer_that_comes_in_pieces() {
    serve(
        (exchange, number) -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            body.write(GOOD.substring(0, 12).getBytes(UTF_8));
            body.flush();
            Thread.sleep(2);
            body.write(GOOD.substring(12).getBytes(UTF_8));
          }
        });

    assertThat(run(3).errors()).isZero();
  }

  @Test
  void times_answers() {
    serve(
        (exchange, number) -> {
          Thread.sleep(number % 10 == 9 ? 160 : 20);
          send(exchange, 200, GOOD);
        });

    Outcome outcome = run(2);

    // A slow machine makes all of them slower, but not one in ten as slow as the others.
    assertThat(outcome.p50())
        .isGreaterThanOrEqualTo(Duration.ofMillis(20))
        .isLessThan(outcome.p99());
    assertThat(outcome.p99()).isGreaterThanOrEqualTo(Duration.ofMillis(160));
  }

  @Test
  @Timeout(30)
  void is_not_held_by_one_who_never_answers() {
    serve((exchange, number) -> Thread.sleep(Duration.ofMinutes(5)));
    Workload workload = workload(server.getAddress().getPort());

    Outcome outcome = Generator.run(workload, 3, A_SECOND, Duration.ofMillis(600));

    assertThat(outcome.good()).isZero();
    assertThat(outcome.errors()).isGreaterThanOrEqualTo(3);
    assertThat(outcome.problems()).containsOnlyKeys("no answer");
  }

  @Test
  void says_when_nobody_is_there() {
    int port = server.getAddress().getPort();
    server.stop(0);

    assertThatThrownBy(() -> Generator.run(workload(port), 1, A_SECOND))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("products :" + port);
  }

  private Outcome run(int connections) {
    return Generator.run(workload(server.getAddress().getPort()), connections, A_SECOND);
  }

  private static Workload workload(int port) {
    AtomicInteger number = new AtomicInteger();
    AtomicInteger token = new AtomicInteger();
    Target target = Target.subgraph("products", port, "secret");
    return new Workload(
        "test",
        target,
        () -> Map.of("authorization", "token " + token.getAndIncrement() % 3),
        () -> ("{\"number\":" + number.getAndIncrement() + "}").getBytes(UTF_8),
        new Expectation("sku", 1));
  }

  private void serve(Answering answering) {
    server.createContext(
        "/graphql",
        exchange -> {
          int number = received.getAndIncrement();
          clients.add(exchange.getRemoteAddress());
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          tokens.add(exchange.getRequestHeaders().getFirst("authorization"));
          try {
            answering.answer(exchange, number);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var stream = exchange.getResponseBody()) {
      stream.write(bytes);
    }
  }
}
