package dev.lapak.users.session;

import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Sessions as they are kept: never a token, only its hash. */
public interface StoredSessions {

  Mono<Session> open(UUID user, byte[] hash, Duration lifetime);

  /**
   * Exchanges the hash in one step, so that of many who bring it one wins; empty for all others.
   */
  Mono<Session> renew(UUID session, byte[] hash, byte[] newHash, Duration lifetime);

  /** How many were still going. */
  Mono<Long> endAll(UUID user);
}
