package dev.lapak.users.token.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.lapak.users.token.CurrentKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class KeysController {

  private static final CacheControl CACHE =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final CurrentKeys keys;

  KeysController(CurrentKeys keys) {
    this.keys = keys;
  }

  @GetMapping("/.well-known/jwks.json")
  Mono<ResponseEntity<Map<String, Object>>> keys() {
    return keys.get()
        .map(
            set ->
                ResponseEntity.ok()
                    .cacheControl(CACHE)
                    .body(new JWKSet(List.<JWK>copyOf(set.published())).toJSONObject()));
  }
}
