package dev.lapak.users.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lapak.platform.viewer.Role;
import dev.lapak.platform.viewer.TokenProperties;
import dev.lapak.platform.viewer.ViewerClaims;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Issues access tokens: RS256, so that whoever has the public keys can verify them. */
@Component
public final class AccessTokens {

  private final CurrentKeys keys;
  private final SigningProperties properties;
  private final String issuer;
  private final Clock clock;

  AccessTokens(
      CurrentKeys keys, SigningProperties properties, TokenProperties tokens, Clock clock) {
    this.keys = keys;
    this.properties = properties;
    this.issuer = tokens.issuer();
    this.clock = clock;
  }

  public Mono<AccessToken> issue(Subject subject) {
    return keys.get().map(set -> sign(subject, set.active()));
  }

  private AccessToken sign(Subject subject, RSAKey key) {
    // A JWT counts in seconds.
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(properties.accessTokenLifetime());
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(subject.userId().toString())
            .claim(ViewerClaims.ROLES, subject.roles().stream().map(Role::name).sorted().toList())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(end));
    if (subject.sellerId() != null && subject.currency() != null) {
      claims
          .claim(ViewerClaims.SELLER, subject.sellerId().toString())
          .claim(ViewerClaims.CURRENCY, subject.currency().getCurrencyCode());
    }
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return new AccessToken(token.serialize(), end.atOffset(ZoneOffset.UTC));
  }
}
