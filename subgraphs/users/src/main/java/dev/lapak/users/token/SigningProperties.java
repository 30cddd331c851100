package dev.lapak.users.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access tokens are signed.
 *
 * @param keySecret encrypts the private keys in the database; the operator's, with no default
 * @param accessTokenLifetime how long an access token is good
 */
@ConfigurationProperties("lapak.users")
record SigningProperties(
    @Nullable String keySecret, @DefaultValue("15m") Duration accessTokenLifetime) {

  private static final int MIN_SECRET = 32;

  SigningProperties {
    if (keySecret == null || keySecret.length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "lapak.users.key-secret (LAPAK_USERS_KEY_SECRET) must be set, to at least %d characters"
              .formatted(MIN_SECRET));
    }
  }
}
