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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

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

  @Test
  void what_finds_no_free_connection_was_not_sent() {
    CountDownLatch end = new CountDownLatch(1);
    server.answers(
        (request, exchange) -> {
          await(end);
          StandIn.json("{\"data\":{}}").write(request, exchange);
        });
    ConnectionProvider one =
        ConnectionProvider.builder("one")
            .maxConnections(1)
            .pendingAcquireMaxCount(1)
            .pendingAcquireTimeout(Duration.ofMillis(300))
            .build();
    Router router = router(HttpClient.create(one));
    try {
      CompletableFuture<Map<String, Object>> first = asked(router);
      Awaitility.await().until(() -> server.requests().size() == 1);
      List<CompletableFuture<Map<String, Object>>> others = List.of(asked(router), asked(router));

      assertThat(others)
          .allSatisfy(
              other ->
                  assertThatExceptionOfType(CompletionException.class)
                      .isThrownBy(other::join)
                      .withMessageContaining("BUSY"));
      end.countDown();
      assertThat(first.join()).containsKey("data");
      assertThat(server.requests()).hasSize(1);
    } finally {
      end.countDown();
      one.dispose();
    }
  }

  private static CompletableFuture<Map<String, Object>> asked(Router router) {
    return router.ask("{}".getBytes(), Visitor.nobody(Trace.begin())).toFuture();
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Router router(HttpClient client) {
    return new Router(
        client, new RouterProperties(URI.create(server.url()), Duration.ofSeconds(10), 1, 1));
  }

  /** The first connection fails. */
  private Map<String, Object> ask(Exception failure) {
    HttpClient client =
        HttpClient.newConnection()
            .mapConnect(
                connect ->
                    Mono.defer(
                        () -> connections.incrementAndGet() == 1 ? Mono.error(failure) : connect));
    return router(client)
        .ask("{}".getBytes(), Visitor.nobody(Trace.begin()))
        .blockOptional()
        .orElseThrow();
  }
}
