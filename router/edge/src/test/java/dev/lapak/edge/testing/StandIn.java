package dev.lapak.edge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP server that stands in for the router or a subgraph and answers what a test says. */
public final class StandIn {

  /** What came. */
  public record Request(String method, String uri, Map<String, String> headers, byte[] body) {

    public String text() {
      return new String(body, UTF_8);
    }

    public JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    public String variable(String name) {
      return json().path("variables").path(name).asString();
    }
  }

  /** How it is answered. */
  public interface Answer {
    void write(Request request, HttpExchange exchange) throws IOException;
  }

  /** Events, as many as one likes. */
  public interface Events {
    void write(EventWriter events) throws Exception;
  }

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Answer answer =
      (request, exchange) -> status(404, "nothing").write(request, exchange);

  public StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
  }

  /** Forgets what came, and answers like this from now on. */
  public void answers(Answer answer) {
    this.requests.clear();
    this.answer = answer;
  }

  public List<Request> requests() {
    return new ArrayList<>(requests);
  }

  public Request onlyRequest() {
    List<Request> all = requests();
    if (all.size() != 1) {
      throw new AssertionError("not one request: " + all);
    }
    return all.getFirst();
  }

  public void stop() {
    server.stop(0);
  }

  public static Answer json(String body) {
    return bytes(200, "application/json", body.getBytes(UTF_8));
  }

  public static Answer status(int status, String body) {
    return bytes(status, "text/plain", body.getBytes(UTF_8));
  }

  public static Answer bytes(int status, String type, byte[] body) {
    return (request, exchange) -> {
      exchange.getResponseHeaders().add("content-type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** A stream of server-sent events, as Spring for GraphQL writes it. */
  public static Answer events(Events events) {
    return (request, exchange) -> {
      exchange.getResponseHeaders().add("content-type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      try {
        events.write(new EventWriter(exchange.getResponseBody()));
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          header -> header.getKey().toLowerCase(Locale.ROOT),
                          header -> String.join(", ", header.getValue()))),
              exchange.getRequestURI().getPath().startsWith("/files")
                  ? new byte[0]
                  : exchange.getRequestBody().readAllBytes());
      requests.add(request);
      answer.write(request, exchange);
    }
  }
}
