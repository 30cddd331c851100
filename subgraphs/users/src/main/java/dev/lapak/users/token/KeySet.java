package dev.lapak.users.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;

/**
 * The keys as they are now.
 *
 * @param active signs
 * @param published verify: the active one's public part, and those of retired keys whose tokens may
 *     still be alive
 */
public record KeySet(RSAKey active, List<RSAKey> published) {

  public KeySet {
    published = List.copyOf(published);
  }
}
