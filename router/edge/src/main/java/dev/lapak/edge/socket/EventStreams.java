package dev.lapak.edge.socket;

import dev.lapak.edge.subscription.Beginning;
import dev.lapak.edge.visitor.Visitor;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.graphql.server.webflux.GraphQlSseHandler;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/** Answers with server-sent events, one stream per operation. */
public final class EventStreams {

  private final GraphQlSseHandler handler;
  private final OpenConnections connections;
  private final SocketProperties properties;
  private final List<HttpMessageReader<?>> readers;
  private final Context context;

  EventStreams(
      GraphQlSseHandler handler,
      OpenConnections connections,
      SocketProperties properties,
      ServerCodecConfigurer codecs) {
    this.handler = handler;
    this.connections = connections;
    this.properties = properties;
    this.readers = codecs.getReaders();
    this.context = new Context(codecs.getWriters());
  }

  /**
   * @param body the request, which has been looked at
   */
  public Mono<Void> open(ServerWebExchange exchange, Visitor visitor, byte[] body) {
    connections.requireRoom();
    Beginning beginning = new Beginning();
    exchange.getAttributes().put(Visitor.KEY, visitor);
    exchange.getAttributes().put(Beginning.KEY, beginning);
    ServerRequest request =
        ServerRequest.from(ServerRequest.create(exchange, readers))
            .body(Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(body))))
            .build();
    // No goodbye by the protocol, which would be the end: broken off, clients come again.
    Connection connection = Idleness.watch(exchange, properties.writeTimeout());
    Runnable farewell = connection::dispose;
    ServerWebExchange prompt =
        exchange.mutate().response(new Prompt(exchange.getResponse(), beginning)).build();
    return Mono.using(
        () -> {
          connections.add(farewell);
          return farewell;
        },
        added ->
            handler.handleRequest(request).flatMap(response -> response.writeTo(prompt, context)),
        connections::remove);
  }

  /**
   * Begins the answer when its operation has begun, even if there is no event yet: clients wait for
   * the status, and rely on what it says.
   */
  private static final class Prompt extends ServerHttpResponseDecorator {

    private final Beginning beginning;

    private Prompt(ServerHttpResponse response, Beginning beginning) {
      super(response);
      this.beginning = beginning;
    }

    @Override
    public Mono<Void> writeAndFlushWith(
        Publisher<? extends Publisher<? extends DataBuffer>> events) {
      Flux<Publisher<? extends DataBuffer>> all =
          Flux.<Publisher<? extends DataBuffer>>from(events).doOnComplete(beginning::end);
      // No comment, which Spring's client takes for the end.
      Mono<Mono<DataBuffer>> nothing =
          beginning.asMono().map(yes -> Mono.just(bufferFactory().wrap(new byte[0])));
      return super.writeAndFlushWith(Flux.<Publisher<? extends DataBuffer>>merge(all, nothing));
    }
  }

  private record Context(List<HttpMessageWriter<?>> messageWriters)
      implements ServerResponse.Context {

    @Override
    public List<ViewResolver> viewResolvers() {
      return List.of();
    }
  }
}
