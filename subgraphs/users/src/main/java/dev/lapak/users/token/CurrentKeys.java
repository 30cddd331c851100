package dev.lapak.users.token;

import com.nimbusds.jose.jwk.JWK;
import dev.lapak.platform.viewer.TokenKeys;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The keys, read again every minute, so that all instances follow a rotation. */
@Component
public final class CurrentKeys implements TokenKeys {

  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  private final Mono<KeySet> current;

  CurrentKeys(SigningKeys keys, SigningProperties properties) {
    // Instances may notice a rotation a while after it.
    Duration remembered = properties.accessTokenLifetime().plus(MAX_AGE);
    this.current =
        keys.read(remembered).cache(read -> MAX_AGE, failure -> Duration.ZERO, () -> Duration.ZERO);
  }

  public Mono<KeySet> get() {
    return current;
  }

  @Override
  public Flux<JWK> including(String keyId) {
    return current.flatMapIterable(KeySet::published);
  }
}
