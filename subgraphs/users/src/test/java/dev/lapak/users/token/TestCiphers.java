package dev.lapak.users.token;

import java.time.Duration;

/** Ciphers with other secrets than the running application's. */
public final class TestCiphers {

  private TestCiphers() {}

  public static KeyCipher of(String secret) {
    return new KeyCipher(new SigningProperties(secret, Duration.ofMinutes(15)));
  }
}
