package dev.lapak.platform.viewer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies a token's signature once and remembers it until it expires: a busy buyer sends the same
 * one with every request.
 */
public final class VerifiedTokens implements ReactiveJwtDecoder {

  private final ReactiveJwtDecoder decoder;
  private final Clock clock;
  private final Cache<String, Jwt> verified = Caffeine.newBuilder().maximumSize(10_000).build();

  public VerifiedTokens(ReactiveJwtDecoder decoder, Clock clock) {
    this.decoder = decoder;
    this.clock = clock;
  }

  @Override
  public Mono<Jwt> decode(String token) {
    Jwt known = verified.getIfPresent(token);
    if (known != null && isAlive(known)) {
      return Mono.just(known);
    }
    verified.invalidate(token);
    return decoder.decode(token).doOnNext(jwt -> verified.put(token, jwt));
  }

  private boolean isAlive(Jwt token) {
    Instant end = token.getExpiresAt();
    return end != null && clock.instant().isBefore(end);
  }
}
