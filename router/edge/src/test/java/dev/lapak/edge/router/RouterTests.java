package dev.lapak.edge.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.edge.visitor.Visitor;
import dev.lapak.platform.trace.Trace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.NotYetConnectedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;

class RouterTests {

  private final StandIn server = new StandIn();
  private final AtomicInteger connections = new AtomicInteger();

  @BeforeEach
  void answer() {
    server.answers(StandIn.json("{\"data\":{}}"));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  static Exception[] nothingWasSent() {
    return new Exception[] {
      new ConnectException("Connection refused"),
      new NotYetConnectedException(),
      AbortedException.beforeSend()
    };
  }

  @ParameterizedTest
  @MethodSource("nothingWasSent")
  void what_was_not_sent_is_sent_again(Exception failure) {
    assertThat(ask(failure)).containsKey("data");
    assertThat(connections).hasValue(2);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void what_may_have_been_sent_is_not() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> ask(new IOException("Broken pipe")))
        .withMessageContaining("ROUTER_UNAVAILABLE");
    assertThat(connections).hasValue(1);
  }

  /** The first connection fails. */
  private Map<String, Object> ask(Exception failure) {
    HttpClient client =
        HttpClient.newConnection()
            .mapConnect(
                connect ->
                    Mono.defer(
                        () -> connections.incrementAndGet() == 1 ? Mono.error(failure) : connect));
    Router router =
        new Router(
            client, new RouterProperties(URI.create(server.url()), Duration.ofSeconds(10), 1, 1));
    return router.ask("{}".getBytes(), Visitor.nobody(Trace.begin())).blockOptional().orElseThrow();
  }
}
