package dev.lapak.edge.visitor;

import static dev.lapak.platform.error.RequestErrorCode.TOKEN_EXPIRED;
import static dev.lapak.platform.error.RequestErrorCode.TOKEN_INVALID;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.platform.trace.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Checks the token that a visitor brings; bringing none is fine. */
public final class Tokens {

  private static final String SCHEME = "Bearer ";

  private final ReactiveJwtDecoder decoder;

  Tokens(ReactiveJwtDecoder decoder) {
    this.decoder = decoder;
  }

  /** The visitor of an HTTP request. */
  public Mono<Visitor> visitor(ServerWebExchange exchange) {
    Trace trace = Trace.of(exchange);
    List<String> headers = exchange.getRequest().getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (headers == null || headers.isEmpty()) {
      return Mono.just(Visitor.nobody(trace));
    }
    return headers.size() == 1
        ? visitor(headers.getFirst(), trace)
        : Mono.error(RefusedException.of(TOKEN_INVALID, "There is more than one Authorization."));
  }

  /**
   * @param authorization {@code Bearer} and the token; null for nobody
   */
  public Mono<Visitor> visitor(@Nullable String authorization, Trace trace) {
    if (authorization == null) {
      return Mono.just(Visitor.nobody(trace));
    }
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Mono.error(
          RefusedException.of(TOKEN_INVALID, "Authorization must be Bearer and an access token."));
    }
    String token = authorization.substring(SCHEME.length()).trim();
    return decoder
        .decode(token)
        .map(jwt -> new Visitor(SCHEME + token, jwt.getExpiresAt(), trace))
        .onErrorMap(Tokens::refused);
  }

  private static Throwable refused(Throwable failure) {
    if (failure.getCause() instanceof RefusedException refused) {
      return refused; // It's not about the token.
    }
    if (!(failure instanceof JwtException)) {
      return failure;
    }
    return String.valueOf(failure.getMessage()).contains("Jwt expired at")
        ? RefusedException.of(TOKEN_EXPIRED, "The access token has expired.")
        : RefusedException.of(TOKEN_INVALID, "The access token is not valid.");
  }
}
