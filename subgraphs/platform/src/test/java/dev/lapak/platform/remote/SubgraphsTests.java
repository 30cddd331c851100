package dev.lapak.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.lapak.platform.caller.CallerProperties;
import dev.lapak.platform.trace.Trace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.web.reactive.function.client.WebClient;

class SubgraphsTests {

  private static final String SECRET = "0123456789012345678901234567890123456789";

  private final BlockingQueue<Headers> asked = new LinkedBlockingQueue<>();
  private final HttpServer users = users();

  @AfterEach
  void stop() {
    users.stop(0);
  }

  @Test
  void a_call_proves_who_calls_and_passes_the_trace_on() throws InterruptedException {
    Trace trace = Trace.begin();
    client()
        .document("{ me }")
        .execute()
        .contextWrite(context -> context.put(Trace.KEY, trace))
        .block();
    Headers headers = asked.take();
    assertThat(headers.getFirst(Trace.PARENT)).isEqualTo(trace.parent());
    assertThat(headers.getFirst("lapak-caller")).isEqualTo("orders:" + SECRET);
  }

  @Test
  void a_call_that_no_request_led_to_has_no_trace() throws InterruptedException {
    client().document("{ me }").execute().block();
    assertThat(asked.take().getFirst(Trace.PARENT)).isNull();
  }

  private HttpGraphQlClient client() {
    URI url = URI.create("http://127.0.0.1:" + users.getAddress().getPort() + "/graphql");
    return new Subgraphs(
            new RemoteProperties(Map.of("users", url), Duration.ofSeconds(3), 1),
            new CallerProperties(
                "orders", Map.of("orders", SECRET, "router", SECRET, "edge", SECRET)),
            WebClient.builder())
        .named("users");
  }

  private HttpServer users() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] answer = "{\"data\":{\"me\":\"Ani\"}}".getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/graphql",
          exchange -> {
            asked.add(exchange.getRequestHeaders());
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
