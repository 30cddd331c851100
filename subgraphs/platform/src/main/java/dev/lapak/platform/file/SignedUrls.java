package dev.lapak.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.platform.caller.Caller;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;

/** Makes and checks addresses that are good for one file, one use and a time. */
public final class SignedUrls {

  private static final String DOOR = "edge";

  private final String path;
  private final FileSecret secret;
  private final Clock clock;

  /**
   * @param path where these files are, such as {@code /files/proofs/}; the signature holds for it
   *     alone
   */
  public SignedUrls(String path, FileSecret secret, Clock clock) {
    this.path = path;
    this.secret = secret;
    this.clock = clock;
  }

  /** What may be done there. */
  public enum Use {
    READ,
    WRITE
  }

  /** Where the file may be read from now on for that long. */
  public String toRead(UUID file, Duration within) {
    return url(Use.READ, file, clock.instant().plus(within));
  }

  /** Where the file may be sent. */
  public String toWrite(UUID file, Instant until) {
    return url(Use.WRITE, file, until);
  }

  /**
   * The file that the request is for.
   *
   * @throws UploadException if the address was not made here for that use, or is over
   */
  public UUID verified(Caller caller, Use use, String id, String expires, String signature) {
    try {
      UUID file = UUID.fromString(id);
      if (caller.name().equals(DOOR) && isValid(use, file, Long.parseLong(expires), signature)) {
        return file;
      }
    } catch (IllegalArgumentException e) {
      // Falls through: not made here.
    }
    throw new UploadException(UploadException.Reason.NOT_FOUND);
  }

  private boolean isValid(Use use, UUID file, long expires, String signature) {
    return MessageDigest.isEqual(
            sign(use, file, expires).getBytes(UTF_8), signature.getBytes(UTF_8))
        && clock.instant().getEpochSecond() < expires;
  }

  private String url(Use use, UUID file, Instant until) {
    long expires = until.getEpochSecond();
    return path + file + "?expires=" + expires + "&signature=" + sign(use, file, expires);
  }

  private String sign(Use use, UUID file, long expires) {
    try {
      Mac mac = Mac.getInstance(FileSecret.ALGORITHM);
      mac.init(secret.key());
      byte[] signature = mac.doFinal((use + "\n" + path + file + "\n" + expires).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
