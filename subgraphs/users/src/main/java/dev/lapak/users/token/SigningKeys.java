package dev.lapak.users.token;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** The keys as they are kept. */
public interface SigningKeys {

  /**
   * @param remembered how long a retired key still verifies
   */
  Mono<KeySet> read(Duration remembered);
}
