package dev.lapak.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a subgraph signs the addresses of its files with; the same for all of its instances. */
public final class FileSecret {

  static final String ALGORITHM = "HmacSHA256";

  private static final int SHORTEST = 32;

  private final SecretKeySpec key;

  private FileSecret(String value) {
    this.key = new SecretKeySpec(value.getBytes(UTF_8), ALGORITHM);
  }

  /**
   * @param subgraph whose setting it is
   */
  public static FileSecret of(String subgraph, @Nullable String value) {
    if (value == null || value.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "lapak.%s.file-secret (LAPAK_%s_FILE_SECRET) must be set, to at least %d characters"
              .formatted(subgraph, subgraph.toUpperCase(Locale.ROOT), SHORTEST));
    }
    return new FileSecret(value);
  }

  SecretKeySpec key() {
    return key;
  }
}
