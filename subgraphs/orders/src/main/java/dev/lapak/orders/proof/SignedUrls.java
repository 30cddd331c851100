package dev.lapak.orders.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Makes and checks addresses that are good for one file, one use and a time. */
@Component
@EnableConfigurationProperties(ProofProperties.class)
public final class SignedUrls {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;
  private final Duration readWithin;
  private final Clock clock;

  SignedUrls(ProofProperties properties, Clock clock) {
    this.secret = new SecretKeySpec(properties.fileSecret().getBytes(UTF_8), ALGORITHM);
    this.readWithin = properties.readWithin();
    this.clock = clock;
  }

  /** What may be done there. */
  public enum Use {
    READ,
    WRITE
  }

  /** Where to read the file from now on, for a while. */
  public String toRead(UUID file) {
    return url(Use.READ, file, clock.instant().plus(readWithin));
  }

  String toWrite(UUID file, Instant until) {
    return url(Use.WRITE, file, until);
  }

  public boolean isValid(Use use, UUID file, long expires, String signature) {
    return MessageDigest.isEqual(
            sign(use, file, expires).getBytes(UTF_8), signature.getBytes(UTF_8))
        && clock.instant().getEpochSecond() < expires;
  }

  private String url(Use use, UUID file, Instant until) {
    long expires = until.getEpochSecond();
    return "/files/proofs/"
        + file
        + "?expires="
        + expires
        + "&signature="
        + sign(use, file, expires);
  }

  private String sign(Use use, UUID file, long expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] signature = mac.doFinal((use + "\n" + file + "\n" + expires).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
