package dev.lapak.users.session;

import dev.lapak.users.token.AccessTokens;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens sessions and keeps them going. */
@Component
public final class Sessions {

  private final StoredSessions sessions;
  private final AccessTokens accessTokens;
  private final Duration lifetime;

  Sessions(StoredSessions sessions, AccessTokens accessTokens, SessionProperties properties) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.lifetime = properties.refreshTokenLifetime();
  }

  /** For somebody who has just proven to be this user. */
  public Mono<Tokens> open(UUID user) {
    RefreshToken.Secret secret = RefreshToken.Secret.random();
    return sessions.open(user, secret.hash(), lifetime).flatMap(session -> tokens(session, secret));
  }

  /** Empty where the token is unknown, used before, expired or revoked. */
  public Mono<Tokens> refresh(String refreshToken) {
    RefreshToken.Secret next = RefreshToken.Secret.random();
    return Mono.justOrEmpty(RefreshToken.parse(refreshToken))
        .flatMap(
            token -> sessions.renew(token.session(), token.secret().hash(), next.hash(), lifetime))
        .flatMap(session -> tokens(session, next));
  }

  /**
   * For somebody who has just said how to be known from now on: whoever has an earlier refresh
   * token of theirs is not let in by it any more.
   */
  public Mono<Tokens> openOnly(UUID user) {
    return sessions.endAll(user).then(open(user));
  }

  private Mono<Tokens> tokens(Session session, RefreshToken.Secret secret) {
    return accessTokens
        .issue(session.subject())
        .map(
            access ->
                new Tokens(
                    access.text(),
                    access.expiresAt(),
                    new RefreshToken(session.id(), secret).encode(),
                    session.expiresAt()));
  }
}
