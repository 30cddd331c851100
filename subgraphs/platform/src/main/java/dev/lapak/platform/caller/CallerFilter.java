package dev.lapak.platform.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.platform.error.ErrorResponse;
import dev.lapak.platform.error.RequestErrorCode;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets only known services in; health and public keys are for anyone who can reach the port. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CallerFilter implements WebFilter {

  private final CallerProperties properties;

  CallerFilter(CallerProperties properties) {
    this.properties = properties;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (path.startsWith("/actuator/") || path.startsWith("/.well-known/")) {
      return chain.filter(exchange);
    }
    Optional<Caller> caller = verify(exchange.getRequest().getHeaders().getFirst(Caller.HEADER));
    if (caller.isEmpty()) {
      return ErrorResponse.write(
          exchange,
          HttpStatus.FORBIDDEN,
          RequestErrorCode.FORBIDDEN,
          "Subgraphs answer the router, the edge and each other.");
    }
    exchange.getAttributes().put(Caller.KEY, caller.get());
    return chain.filter(exchange);
  }

  private Optional<Caller> verify(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    String name = header.substring(0, Math.max(0, header.indexOf(':')));
    String secret = properties.secrets().get(name);
    // Compares in a time that does not tell how much of it was right.
    return secret != null
            && MessageDigest.isEqual((name + ":" + secret).getBytes(UTF_8), header.getBytes(UTF_8))
        ? Optional.of(new Caller(name))
        : Optional.empty();
  }
}
