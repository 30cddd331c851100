package dev.lapak.edge.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.plan.Query;
import dev.lapak.edge.subgraph.Subgraphs;
import dev.lapak.edge.testing.Backstage;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.edge.visitor.Visitor;
import dev.lapak.platform.trace.Trace;
import java.net.URI;
import java.nio.channels.NotYetConnectedException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

class SubgraphStreamsTests {

  private final StandIn server = new StandIn();
  private final AtomicInteger connections = new AtomicInteger();

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_stream_that_was_not_asked_for_is_asked_for_again() {
    server.answers(
        StandIn.events(
            events -> {
              events.next("{\"data\":{\"n\":1}}");
              events.complete();
            }));
    HttpClient client =
        HttpClient.newConnection()
            .mapConnect(
                connect ->
                    Mono.defer(
                        () ->
                            connections.incrementAndGet() == 1
                                ? Mono.error(new NotYetConnectedException())
                                : connect));
    SubgraphStreams streams =
        new SubgraphStreams(
            WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build(),
            new Subgraphs(Map.of("orders", URI.create(server.url())), Backstage.SECRET));

    assertThat(
            streams
                .open(
                    "orders",
                    new Query("subscription { n }", null, Map.of()),
                    Visitor.nobody(Trace.begin()),
                    new Beginning())
                .collectList()
                .block())
        .hasSize(1);
    assertThat(connections).hasValue(2);
    assertThat(server.requests()).hasSize(1);
  }
}
