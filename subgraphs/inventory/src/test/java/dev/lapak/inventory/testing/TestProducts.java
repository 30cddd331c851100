package dev.lapak.inventory.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.testing.TestCallers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real GraphQL endpoint that answers {@code productOwners} as products does, or is down. */
public final class TestProducts {

  static final TestProducts INSTANCE = new TestProducts();

  private final HttpServer server;
  private final Map<String, UUID> owners = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final JsonMapper json = JsonMapper.shared();
  private volatile boolean down;

  private TestProducts() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/graphql", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
  }

  /** A new product of that seller. */
  public UUID product(UUID seller) {
    return product(UUID.randomUUID(), seller);
  }

  /** A new product with that id. */
  public UUID product(UUID id, UUID seller) {
    owners.put(id.toString(), seller);
    return id;
  }

  /** Answers nothing useful until it is up again. */
  public void down(boolean isDown) {
    down = isDown;
  }

  /** How often it was asked. */
  public int calls() {
    return calls.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    if (down) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    String proof = exchange.getRequestHeaders().getFirst(Caller.HEADER);
    JsonNode body = json.readTree(exchange.getRequestBody());
    Object answer =
        TestCallers.header("inventory").equals(proof)
            ? Map.of("data", Map.of("productOwners", owners(body.at("/variables/ids"))))
            : Map.of("errors", List.of(Map.of("message", "not for you")));
    byte[] bytes = json.writeValueAsString(answer).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private List<@Nullable Map<String, String>> owners(JsonNode ids) {
    List<@Nullable Map<String, String>> answer = new ArrayList<>();
    for (JsonNode id : ids) {
      UUID seller = owners.get(id.asString());
      answer.add(
          seller == null ? null : Map.of("id", id.asString(), "sellerId", seller.toString()));
    }
    return answer;
  }
}
