package dev.lapak.local.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The system's secrets: a file of {@code NAME=value} lines that only its owner can read. */
public final class Secrets {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;

  /** Nothing that looks like something else; 32 of them, so that each is worth 5 bits. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final Map<Secret, String> values;

  private Secrets(Map<Secret, String> values) {
    this.values = values;
  }

  /** Reads the file; makes it, or what is missing from it. */
  public static Secrets open(Path file) throws IOException {
    Map<Secret, String> values = Files.exists(file) ? read(file) : new EnumMap<>(Secret.class);
    boolean complete = values.size() == Secret.values().length;
    for (Secret secret : Secret.values()) {
      values.computeIfAbsent(secret, missing -> missing.isTyped() ? password() : key());
    }
    if (!complete) {
      write(file, values);
    }
    Files.setPosixFilePermissions(file, OWNER_ONLY);
    return new Secrets(values);
  }

  public String get(Secret secret) {
    return java.util.Objects.requireNonNull(values.get(secret));
  }

  private static Map<Secret, String> read(Path file) throws IOException {
    Map<String, Secret> known =
        java.util.Arrays.stream(Secret.values())
            .collect(Collectors.toMap(Secret::variable, secret -> secret));
    Map<Secret, String> values = new EnumMap<>(Secret.class);
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1 || equals == line.length() - 1) {
        throw new SetupException(
            "%s, line %d: not NAME=value. Put it right, or start over with --fresh."
                .formatted(file, i + 1));
      }
      Secret secret = known.get(line.substring(0, equals));
      if (secret != null) {
        values.put(secret, line.substring(equals + 1));
      }
    }
    return values;
  }

  /** All or nothing, and never readable by others in between. */
  private static void write(Path file, Map<Secret, String> values) throws IOException {
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "secrets",
            null,
            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    String lines =
        values.entrySet().stream()
            .map(entry -> entry.getKey().variable() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    Files.writeString(draft, "# Made by ./lapak up; ./lapak up --fresh makes new ones.\n" + lines);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String key() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Such as {@code k3mv-8pzt-wq4n}: 60 bits. */
  private static String password() {
    return IntStream.range(0, 3).mapToObj(group -> letters(4)).collect(Collectors.joining("-"));
  }

  private static String letters(int count) {
    return RANDOM
        .ints(count, 0, LETTERS.length())
        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
        .collect(Collectors.joining());
  }
}
