package dev.lapak.orders.cart;

import dev.lapak.orders.UnavailableException;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.platform.viewer.ViewerClaims;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the access tokens of guests, as if they had come with a request. */
@Component
class GuestTokens {

  private final ReactiveJwtDecoder decoder;

  GuestTokens(ReactiveJwtDecoder decoder) {
    this.decoder = decoder;
  }

  /** Whose it is; nothing if it is no guest's, or has ended. */
  Mono<UUID> guest(String token) {
    return decoder
        .decode(token)
        .map(ViewerClaims::viewer)
        .filter(Viewer::isGuest)
        .mapNotNull(Viewer::userId)
        .onErrorComplete(BadJwtException.class)
        // The keys could not be read.
        .onErrorMap(JwtException.class, failure -> new UnavailableException("users", failure));
  }
}
