package dev.lapak.edge.socket;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.subscription.Beginning;
import dev.lapak.edge.visitor.Tokens;
import dev.lapak.edge.visitor.Visitor;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import reactor.core.publisher.Mono;

/**
 * Tells each operation on a socket who asks: whoever {@code connection_init} named, else whoever
 * the handshake did. On server-sent events the request itself has said it.
 */
final class VisitorInterceptor implements WebSocketGraphQlInterceptor {

  private final Tokens tokens;

  VisitorInterceptor(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Mono<Object> handleConnectionInitialization(
      WebSocketSessionInfo info, Map<String, Object> payload) {
    EdgeSocket socket = EdgeSocket.of(info.getAttributes());
    String authorization = authorization(payload);
    if (authorization == null) {
      socket.admit(socket.visitor());
      return Mono.empty();
    }
    return tokens
        .visitor(authorization, socket.visitor().trace())
        .doOnNext(socket::admit)
        .doOnError(RefusedException.class, refused -> socket.refuse(refused.refusal()))
        .then(Mono.empty());
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    Map<String, Object> context =
        request instanceof WebSocketGraphQlRequest onSocket
            ? EdgeSocket.of(onSocket.getSessionInfo().getAttributes()).context()
            : Map.of(
                Visitor.KEY,
                Objects.requireNonNull(request.getAttributes().get(Visitor.KEY)),
                Beginning.KEY,
                Objects.requireNonNull(request.getAttributes().get(Beginning.KEY)));
    request.configureExecutionInput((input, builder) -> builder.graphQLContext(context).build());
    return chain.next(request);
  }

  private static @Nullable String authorization(Map<String, Object> payload) {
    return payload.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase("authorization"))
        .map(Map.Entry::getValue)
        // What is no text is no token, and refused as such.
        .map(String::valueOf)
        .findFirst()
        .orElse(null);
  }
}
