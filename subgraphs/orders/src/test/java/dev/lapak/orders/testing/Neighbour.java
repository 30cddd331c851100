package dev.lapak.orders.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another subgraph: a real HTTP server that speaks GraphQL as far as orders asks. */
public final class Neighbour {

  private static final Logger log = LoggerFactory.getLogger(Neighbour.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** How it behaves. */
  public enum Mood {
    WELL,
    /** Does nothing and answers 500. */
    FAILING,
    /** Does nothing and answers a GraphQL error. */
    REFUSING,
    /** Does what it is asked, and the answer is lost. */
    FORGETFUL,
    /** Does what it is asked, and answers after orders has given up. */
    SLOW
  }

  private final HttpServer server;
  private final Function<JsonNode, Map<String, Object>> answers;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.WELL;
  private volatile Duration latency = Duration.ZERO;

  /**
   * @param answers a GraphQL request's body → {@code data}
   */
  Neighbour(Function<JsonNode, Map<String, Object>> answers) {
    this.answers = answers;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/graphql", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
  }

  public void is(Mood now) {
    mood = now;
  }

  /** Takes so long for each answer. */
  public void takes(Duration time) {
    latency = time;
  }

  /** How many requests named that field. */
  public long asked(String field) {
    return asked.stream().filter(document -> document.contains(field)).count();
  }

  void reset() {
    mood = Mood.WELL;
    latency = Duration.ZERO;
    asked.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestHeaders().getFirst("lapak-caller") == null) {
        throw new IllegalStateException("no proof of who calls");
      }
      JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
      asked.add(request.get("query").asString());
      Mood now = mood;
      Thread.sleep(latency);
      switch (now) {
        case WELL -> write(exchange, 200, Map.of("data", answers.apply(request)));
        case FAILING -> write(exchange, 500, Map.of());
        case REFUSING ->
            write(
                exchange,
                200,
                Map.of(
                    "errors",
                    List.of(Map.of("message", "no", "extensions", Map.of("code", "INTERNAL")))));
        case FORGETFUL -> log.info("Forgotten: {}", answers.apply(request));
        case SLOW -> {
          Map<String, Object> answer = answers.apply(request);
          Thread.sleep(Duration.ofSeconds(4));
          write(exchange, 200, Map.of("data", answer));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
