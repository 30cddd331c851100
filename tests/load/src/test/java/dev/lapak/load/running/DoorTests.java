package dev.lapak.load.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lapak.load.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTests {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void answers_the_data() {
    assertThat(answering("{\"data\":{\"me\":null}}").ask("{ me }", Map.of(), "token").has("me"))
        .isTrue();
  }

  @Test
  void ends_the_bench_on_an_error_of_graphql() {
    Door door = answering("{\"data\":{},\"errors\":[{\"message\":\"Away.\"}]}");

    assertThatThrownBy(() -> door.ask("{ me }", Map.of(), null))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("Away.");
  }

  @Test
  void ends_the_bench_on_an_error_of_a_payload() {
    Door door = answering("{\"data\":{\"register\":{\"errors\":[{\"code\":\"EMAIL_TAKEN\"}]}}}");

    assertThatThrownBy(() -> door.change("register", "mutation { register }", Map.of(), null))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("EMAIL_TAKEN");
  }

  @Test
  void ends_the_bench_on_what_is_no_graphql() {
    Door door = answering("<html>");

    assertThatThrownBy(() -> door.ask("{ me }", Map.of(), null))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("no GraphQL");
  }

  @Test
  void says_that_nothing_answers() {
    Door door = answering("{}");
    server.stop(0);

    assertThatThrownBy(() -> door.ask("{ me }", Map.of(), null))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("Nothing answers");
  }

  /** A stopped process still takes connections. */
  @Test
  void does_not_say_that_nothing_is_there_when_something_is_stuck() throws IOException {
    try (ServerSocket stuck = new ServerSocket(0, 10, HERE)) {
      Door door = new Door(stuck.getLocalPort(), Duration.ofMillis(300));

      assertThatThrownBy(() -> door.ask("{ me }", Map.of(), null))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("does not answer")
          .hasMessageNotContaining("Nothing answers");
    }
  }

  private Door answering(String answer) {
    server.createContext(
        "/graphql",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            body.write(answer.getBytes(UTF_8));
          }
        });
    return new Door(server.getAddress().getPort());
  }
}
