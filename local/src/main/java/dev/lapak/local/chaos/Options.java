package dev.lapak.local.chaos;

import dev.lapak.local.state.SetupException;
import java.time.Duration;
import java.util.List;

/**
 * What {@code ./lapak chaos} was called with.
 *
 * @param lasting how long things are killed
 * @param seed of what is killed when, and of what each buyer does
 */
record Options(Duration lasting, long seed) {

  static Options parse(List<String> arguments) {
    Options options = new Options(Duration.ofMinutes(2), System.nanoTime() % 1_000_000);
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      options =
          switch (name) {
            case "--minutes" -> new Options(minutes(value), options.seed);
            case "--seed" -> new Options(options.lasting, seed(value));
            default ->
                throw new SetupException(
                    "chaos does not know \"%s\": ./lapak chaos --help".formatted(name));
          };
    }
    return options;
  }

  private static Duration minutes(String value) {
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new SetupException("--minutes takes 1 to 9999, not \"%s\".".formatted(value));
    }
    return Duration.ofMinutes(Long.parseLong(value));
  }

  private static long seed(String value) {
    if (!value.matches("-?[0-9]{1,18}")) {
      throw new SetupException("--seed takes a number, not \"%s\".".formatted(value));
    }
    return Long.parseLong(value);
  }
}
