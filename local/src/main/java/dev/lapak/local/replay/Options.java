package dev.lapak.local.replay;

import dev.lapak.local.state.SetupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./lapak replay} was called with.
 *
 * @param file the invoices; those that come with Lapak without one
 * @param buyers how many shop at once
 * @param seed of what goes wrong
 */
record Options(Optional<Path> file, int buyers, long seed) {

  private static final int BUYERS = 16;

  /**
   * @param seed where none is given
   */
  static Options parse(List<String> arguments, long seed) {
    Options options = new Options(Optional.empty(), BUYERS, seed);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      options =
          switch (argument) {
            case "--buyers" ->
                new Options(options.file, buyers(value(arguments, ++i)), options.seed);
            case "--seed" ->
                new Options(options.file, options.buyers, number(value(arguments, ++i)));
            default -> {
              if (argument.startsWith("-") || options.file.isPresent()) {
                throw new SetupException(
                    "replay does not know \"%s\": ./lapak replay --help".formatted(argument));
              }
              yield new Options(Optional.of(file(argument)), options.buyers, options.seed);
            }
          };
    }
    return options;
  }

  private static String value(List<String> arguments, int i) {
    if (i == arguments.size()) {
      throw new SetupException(
          "%s needs a value: ./lapak replay --help".formatted(arguments.get(i - 1)));
    }
    return arguments.get(i);
  }

  private static int buyers(String value) {
    if (!value.matches("[1-9]|[1-9][0-9]|1[0-9][0-9]|200")) {
      throw new SetupException("--buyers takes 1 to 200, not %s.".formatted(value));
    }
    return Integer.parseInt(value);
  }

  private static long number(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new SetupException("--seed takes a whole number, not %s.".formatted(value));
    }
  }

  private static Path file(String value) {
    Path file = Path.of(value).toAbsolutePath();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new SetupException("There is no file %s to be read.".formatted(value));
    }
    return file;
  }
}
