package dev.lapak.edge.socket;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.json.StrictJson;
import dev.lapak.edge.subscription.Slots;
import dev.lapak.edge.visitor.Visitor;
import dev.lapak.platform.error.HangUps;
import dev.lapak.platform.trace.Trace;
import io.netty.channel.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.core.JacksonException;

/**
 * A WebSocket as Spring's handler sees it: JSON only, closed with the codes of docs/errors.md, and
 * ended from outside when its token does or the edge shuts down.
 */
final class EdgeSocket extends ForwardingSession {

  private static final Logger log = LoggerFactory.getLogger(EdgeSocket.class);

  static final CloseStatus GOING_AWAY = CloseStatus.GOING_AWAY.withReason("Connect again");
  static final CloseStatus NO_PROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");

  private static final CloseStatus INVALID_MESSAGE = new CloseStatus(4400, "Invalid message");
  private static final CloseStatus INTERNAL = new CloseStatus(4500, "INTERNAL");
  private static final int FORBIDDEN = 4403;

  /** Lets the subscriptions' own errors go first. */
  private static final Duration COURTESY = Duration.ofMillis(250);

  private final Slots slots;
  private final Sinks.One<CloseStatus> end = Sinks.one();
  private final Sinks.One<Visitor> admitted = Sinks.one();
  private volatile Visitor visitor;
  private volatile @Nullable Refusal refusal;

  EdgeSocket(WebSocketSession session, Visitor visitor, Slots slots) {
    super(session);
    this.visitor = visitor;
    this.slots = slots;
    getAttributes().put(EdgeSocket.class.getName(), this);
  }

  static EdgeSocket of(Map<String, Object> attributes) {
    return (EdgeSocket) Objects.requireNonNull(attributes.get(EdgeSocket.class.getName()));
  }

  Visitor visitor() {
    return visitor;
  }

  /** What an operation on this socket is told; each one begins a trace of its own. */
  Map<String, Object> context() {
    return Map.of(Visitor.KEY, visitor.on(Trace.begin()), Slots.KEY, slots);
  }

  void admit(Visitor visitor) {
    this.visitor = visitor;
    admitted.tryEmitValue(visitor);
  }

  void refuse(Refusal refusal) {
    this.refusal = refusal;
  }

  /** Ends it from outside. */
  void end(CloseStatus status) {
    end.tryEmitValue(status);
  }

  /**
   * Closes it when it is ended from outside, or its token ends.
   *
   * @param gone completes when there is nothing left to close
   */
  Mono<Void> ending(Clock clock, Mono<Void> gone) {
    Mono<CloseStatus> expired =
        admitted
            .asMono()
            .flatMap(who -> who.expiry(clock))
            .then(Mono.delay(COURTESY))
            .thenReturn(new CloseStatus(FORBIDDEN, "TOKEN_EXPIRED"));
    return Mono.firstWithSignal(end.asMono(), expired)
        // Not behind the closing, which would be taken back on its way.
        .takeUntilOther(gone)
        .flatMap(super::close);
  }

  /** Whoever stops reading does not close the socket by that: it is closed with a reason. */
  @Override
  public Flux<WebSocketMessage> receive() {
    return super.receive()
        .filter(message -> message.getType() != WebSocketMessage.Type.PONG)
        .publish(1)
        .autoConnect()
        .doOnNext(EdgeSocket::requireJson);
  }

  @Override
  public Mono<Void> send(Publisher<WebSocketMessage> messages) {
    return super.send(
        Flux.from(messages)
            .onErrorResume(failure -> super.close(reason(failure)).then(Mono.empty())));
  }

  /** Spring says 4401 to any failed connection_init, which clients take for good. */
  @Override
  public Mono<Void> close(CloseStatus status) {
    Refusal why = refusal;
    return super.close(
        why != null && status.getCode() == 4401
            ? new CloseStatus(FORBIDDEN, why.code().name())
            : status);
  }

  private static void requireJson(WebSocketMessage message) {
    if (message.getType() != WebSocketMessage.Type.TEXT) {
      throw new DecodingException("not a text");
    }
    try {
      StrictJson.require(message.getPayloadAsText());
    } catch (JacksonException e) {
      throw new DecodingException("not JSON", e);
    }
  }

  private static CloseStatus reason(Throwable failure) {
    return switch (failure) {
      case DecodingException e -> INVALID_MESSAGE;
      case IllegalArgumentException e -> INVALID_MESSAGE;
      case IllegalStateException e -> INVALID_MESSAGE;
      case ServerWebInputException e -> INVALID_MESSAGE;
      // Spring's handler takes any payload for an object.
      case ClassCastException e -> INVALID_MESSAGE;
      // Nobody is there any more to read a reason.
      case ChannelException e -> INTERNAL;
      case Throwable e when HangUps.is(e) -> INTERNAL;
      default -> {
        log.error("A socket failed", failure);
        yield INTERNAL;
      }
    };
  }
}
