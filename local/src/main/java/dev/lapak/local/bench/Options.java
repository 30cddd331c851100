package dev.lapak.local.bench;

import dev.lapak.local.state.SetupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./lapak bench inventory} was called with.
 *
 * @param measured how long each line of the table is measured
 * @param json where to write the same as JSON
 */
record Options(Duration measured, Optional<Path> json) {

  static Options parse(List<String> arguments) {
    Options options = new Options(Duration.ofSeconds(5), Optional.empty());
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      options =
          switch (name) {
            case "--seconds" -> new Options(seconds(value(arguments, i)), options.json);
            case "--json" -> new Options(options.measured, Optional.of(file(value(arguments, i))));
            default ->
                throw new SetupException(
                    "bench inventory does not know \"%s\": ./lapak bench inventory --help"
                        .formatted(name));
          };
    }
    return options;
  }

  private static String value(List<String> arguments, int name) {
    if (name + 1 == arguments.size()) {
      throw new SetupException(
          "%s needs a value: ./lapak bench inventory --help".formatted(arguments.get(name)));
    }
    return arguments.get(name + 1);
  }

  private static Duration seconds(String value) {
    if (!value.matches("[1-9]|[1-5][0-9]|60")) {
      throw new SetupException("--seconds takes 1 to 60, not %s.".formatted(value));
    }
    return Duration.ofSeconds(Integer.parseInt(value));
  }

  /** Told now rather than after minutes of measuring. */
  private static Path file(String value) {
    Path file = Path.of(value).toAbsolutePath();
    if (Files.isDirectory(file) || !Files.isWritable(file.getParent())) {
      throw new SetupException("--json can't write %s.".formatted(value));
    }
    return file;
  }
}
