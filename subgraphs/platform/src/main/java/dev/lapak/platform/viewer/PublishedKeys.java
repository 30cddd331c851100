package dev.lapak.platform.viewer;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys that users publishes. They are read when the first token comes, so the order of starts
 * does not matter, and again after minutes, or for a new key; tokens with made-up keys don't cause
 * more than a request every few seconds.
 */
final class PublishedKeys implements TokenKeys {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration KNOWN = Duration.ofMinutes(5);
  private static final Duration UNKNOWN = Duration.ofSeconds(5);
  private static final Duration FAILED = Duration.ofSeconds(1);

  private final AtomicReference<@Nullable JWKSet> last = new AtomicReference<>();
  private final Mono<JWKSet> known;
  private final Mono<JWKSet> again;

  PublishedKeys(URI url, WebClient web) {
    Mono<JWKSet> read =
        web.get()
            .uri(url)
            .retrieve()
            .bodyToMono(String.class)
            .map(PublishedKeys::parse)
            .timeout(TIMEOUT)
            .doOnNext(last::set)
            // While users sleeps, who is logged in stays so.
            .onErrorResume(
                failure -> Mono.justOrEmpty(last.get()).switchIfEmpty(Mono.error(failure)));
    this.known = read.cache(keys -> KNOWN, failure -> FAILED, () -> FAILED);
    this.again = read.cache(keys -> UNKNOWN, failure -> FAILED, () -> FAILED);
  }

  @Override
  public Flux<JWK> including(String keyId) {
    return known
        .filter(keys -> keys.getKeyByKeyId(keyId) != null)
        .switchIfEmpty(again)
        .onErrorMap(PublishedKeys::unknown)
        .flatMapIterable(JWKSet::getKeys);
  }

  /** Neither a valid token nor an invalid one. */
  private static Throwable unknown(Throwable failure) {
    return new RequestException(
        RequestErrorCode.TRY_AGAIN,
        "The access token can't be checked now: try again later.",
        failure);
  }

  private static JWKSet parse(String text) {
    try {
      return JWKSet.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("What was read is no JWK set", e);
    }
  }
}
