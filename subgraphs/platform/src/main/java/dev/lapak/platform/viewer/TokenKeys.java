package dev.lapak.platform.viewer;

import com.nimbusds.jose.jwk.JWK;
import reactor.core.publisher.Flux;

/** The public keys that access tokens are verified with. */
@FunctionalInterface
public interface TokenKeys {

  /**
   * The keys as known; who reads them elsewhere may have to read again for a key that is not known.
   */
  Flux<JWK> including(String keyId);
}
