package dev.lapak.users.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.stereotype.Component;

/** Keeps private keys unreadable to who reads the database: AES-GCM with the operator's secret. */
@Component
public final class KeyCipher {

  private final String secret;

  KeyCipher(SigningProperties properties) {
    this.secret = Objects.requireNonNull(properties.keySecret());
  }

  public byte[] encrypt(RSAKey key) {
    return cipher(UUID.fromString(key.getKeyID())).encrypt(key.toJSONString().getBytes(UTF_8));
  }

  public RSAKey decrypt(UUID id, byte[] encrypted) {
    try {
      return RSAKey.parse(new String(cipher(id).decrypt(encrypted), UTF_8));
    } catch (IllegalStateException | ParseException e) {
      throw new IllegalStateException(
          "The signing key can't be read: lapak.users.key-secret is not the one it was written with",
          e);
    }
  }

  /** The id is the salt, so that a key can't be passed off as another one. */
  private BytesEncryptor cipher(UUID id) {
    return Encryptors.stronger(secret, id.toString().replace("-", ""));
  }
}
