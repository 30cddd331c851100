package dev.lapak.edge.visitor;

import static dev.lapak.platform.error.RequestErrorCode.SUBGRAPH_UNAVAILABLE;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.lapak.edge.error.Refusal;
import dev.lapak.platform.viewer.TokenKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The keys that tokens are verified with, read from users when first needed and then now and then.
 * A token with an unknown key makes them be read again, at most once a second: forged ones must not
 * become a load on users.
 */
final class PublicKeys implements TokenKeys {

  private static final Logger log = LoggerFactory.getLogger(PublicKeys.class);
  private static final Duration MAX_AGE = Duration.ofMinutes(5);
  private static final Duration MIN_AGE = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final Clock clock;
  private final AtomicReference<@Nullable Keys> last = new AtomicReference<>();
  private final Mono<Keys> fetched;

  PublicKeys(HttpClient client, URI url, Clock clock) {
    this.clock = clock;
    this.fetched =
        client
            .responseTimeout(TIMEOUT)
            .get()
            .uri(url)
            .responseSingle(
                (answer, content) ->
                    answer.status().code() == 200
                        ? content.asString(StandardCharsets.UTF_8)
                        : Mono.error(new IllegalStateException("status " + answer.status())))
            .map(this::parse)
            .doOnNext(last::set)
            .cacheInvalidateIf(keys -> isOlder(keys, MIN_AGE));
  }

  /** The document as users publishes it. */
  Mono<String> document() {
    return keys(MAX_AGE).map(Keys::json);
  }

  @Override
  public Flux<JWK> including(String keyId) {
    return keys(MAX_AGE)
        .flatMap(keys -> keys.has(keyId) ? Mono.just(keys) : keys(MIN_AGE))
        .flatMapIterable(keys -> keys.set().getKeys());
  }

  private Mono<Keys> keys(Duration maxAge) {
    Keys known = last.get();
    if (known != null && !isOlder(known, maxAge)) {
      return Mono.just(known);
    }
    return fetched.onErrorResume(
        failure -> {
          log.warn("The public keys can't be read: {}", failure.toString());
          // Those known before are better than a closed door.
          return known != null
              ? Mono.just(known)
              : Mono.error(
                  new Refusal(SUBGRAPH_UNAVAILABLE, "Tokens can't be checked right now.")
                      .exception(failure));
        });
  }

  private Keys parse(String json) {
    try {
      return new Keys(json, JWKSet.parse(json).toPublicJWKSet(), clock.instant());
    } catch (ParseException e) {
      throw new IllegalStateException("not a key set", e);
    }
  }

  private boolean isOlder(Keys keys, Duration age) {
    return keys.readAt().plus(age).isBefore(clock.instant());
  }

  private record Keys(String json, JWKSet set, Instant readAt) {

    boolean has(String id) {
      return set.getKeyByKeyId(id) != null;
    }
  }
}
