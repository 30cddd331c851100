package dev.lapak.edge;

import static dev.lapak.platform.error.RequestErrorCode.METHOD_NOT_ALLOWED;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.operation.Posts;
import dev.lapak.edge.socket.Sockets;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** {@code /graphql}, the one endpoint. */
final class Endpoint implements WebHandler {

  private final Posts posts;
  private final Sockets sockets;

  Endpoint(Posts posts, Sockets sockets) {
    this.posts = posts;
    this.sockets = sockets;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    if (request.getMethod().equals(HttpMethod.POST)) {
      return posts.handle(exchange);
    }
    if (request.getMethod().equals(HttpMethod.GET)
        && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
      return sockets.upgrade(exchange);
    }
    if (request.getMethod().equals(HttpMethod.GET) && wantsPage(request)) {
      return redirect(exchange.getResponse());
    }
    exchange.getResponse().getHeaders().setAllow(Set.of(HttpMethod.POST));
    throw RefusedException.of(
        METHOD_NOT_ALLOWED, "Operations come by POST, subscriptions also over WebSocket.");
  }

  /** Somebody typed the endpoint's address into a browser. */
  private static boolean wantsPage(ServerHttpRequest request) {
    String accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static Mono<Void> redirect(ServerHttpResponse response) {
    response.setStatusCode(HttpStatus.SEE_OTHER);
    response.getHeaders().setLocation(URI.create("/graphiql"));
    return response.setComplete();
  }
}
