package dev.lapak.edge.socket;

import dev.lapak.edge.subscription.Slots;
import dev.lapak.edge.visitor.Tokens;
import dev.lapak.edge.visitor.Visitor;
import java.time.Clock;
import java.util.List;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Upgrades requests to WebSockets that speak {@code graphql-transport-ws}. */
public final class Sockets {

  private static final String PROTOCOL = "graphql-transport-ws";

  private final WebSocketService service;
  private final WebSocketHandler handler;
  private final Tokens tokens;
  private final Origins origins;
  private final OpenConnections connections;
  private final Slots slots;
  private final SocketProperties properties;
  private final Clock clock;

  Sockets(
      WebSocketService service,
      WebSocketHandler handler,
      Tokens tokens,
      Origins origins,
      OpenConnections connections,
      Slots slots,
      SocketProperties properties,
      Clock clock) {
    this.service = service;
    this.handler = handler;
    this.tokens = tokens;
    this.origins = origins;
    this.connections = connections;
    this.slots = slots;
    this.properties = properties;
    this.clock = clock;
  }

  /** The rest of the exchange is the socket. */
  public Mono<Void> upgrade(ServerWebExchange exchange) {
    origins.require(exchange);
    connections.requireRoom();
    return tokens
        .visitor(exchange)
        .flatMap(
            visitor -> {
              Idleness.watch(exchange, properties.silence(), properties.writeTimeout());
              return service.handleRequest(exchange, new Upgraded(visitor));
            });
  }

  /** One visitor's socket. */
  private final class Upgraded implements WebSocketHandler {

    private final Visitor visitor;

    private Upgraded(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public List<String> getSubProtocols() {
      return List.of(PROTOCOL);
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
      if (session.getHandshakeInfo().getSubProtocol() == null) {
        return session.close(EdgeSocket.NO_PROTOCOL);
      }
      EdgeSocket socket = new EdgeSocket(session, visitor, slots.share(properties.subscriptions()));
      Sinks.Empty<Void> done = Sinks.empty();
      Mono<Void> served = handler.handle(socket).doFinally(signal -> done.tryEmitEmpty());
      Mono<Void> ended = socket.ending(clock, done.asMono());
      Mono<Void> lively =
          session.send(
              Flux.interval(properties.signOfLife())
                  .onBackpressureDrop()
                  .map(tick -> session.pingMessage(buffers -> buffers.allocateBuffer(0)))
                  .takeUntilOther(done.asMono()));
      Runnable farewell = () -> socket.end(EdgeSocket.GOING_AWAY);
      return Mono.using(
          () -> {
            connections.add(farewell);
            return farewell;
          },
          added -> Mono.whenDelayError(served, ended, lively),
          connections::remove);
    }
  }
}
