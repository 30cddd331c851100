package dev.lapak.edge.visitor;

import dev.lapak.platform.trace.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who comes to the door with a request.
 *
 * @param authorization the header to pass on, its token verified; null for nobody
 * @param expiresAt when the token ends; null for nobody
 */
public record Visitor(@Nullable String authorization, @Nullable Instant expiresAt, Trace trace) {

  /** The key in the attributes of a request and in the context of an operation. */
  public static final String KEY = Visitor.class.getName();

  public static Visitor nobody(Trace trace) {
    return new Visitor(null, null, trace);
  }

  /** The same visitor with another request. */
  public Visitor on(Trace another) {
    return new Visitor(authorization, expiresAt, another);
  }

  /** Completes when the token ends; never for nobody. */
  public Mono<Void> expiry(Clock clock) {
    return expiresAt == null
        ? Mono.never()
        : Mono.defer(() -> Mono.delay(positive(Duration.between(clock.instant(), expiresAt))))
            .then();
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
