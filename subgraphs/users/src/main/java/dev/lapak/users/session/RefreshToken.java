package dev.lapak.users.session;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A session's id and a secret, opaque to clients. It names its session even when the secret is no
 * longer the one that works.
 */
record RefreshToken(UUID session, Secret secret) {

  private static final int ID_LENGTH = 16;
  private static final int LENGTH = ID_LENGTH + Secret.LENGTH;

  static Optional<RefreshToken> parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      return bytes.remaining() == LENGTH
          ? Optional.of(
              new RefreshToken(
                  new UUID(bytes.getLong(), bytes.getLong()),
                  new Secret(Arrays.copyOfRange(bytes.array(), ID_LENGTH, LENGTH))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String encode() {
    byte[] bytes =
        ByteBuffer.allocate(LENGTH)
            .putLong(session.getMostSignificantBits())
            .putLong(session.getLeastSignificantBits())
            .put(secret.bytes())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 32 bytes that nobody guesses; kept as their hash only. */
  @SuppressWarnings("ArrayRecordComponent") // never compared here: the database does, by its hash
  record Secret(byte[] bytes) {

    static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
      byte[] bytes = new byte[LENGTH];
      RANDOM.nextBytes(bytes);
      return new Secret(bytes);
    }

    byte[] hash() {
      try {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
