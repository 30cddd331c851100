package dev.lapak.local;

import dev.lapak.local.state.SetupException;
import java.util.List;
import java.util.Set;

/**
 * What {@code ./lapak up} was called with.
 *
 * @param fresh forgets all data and secrets first
 * @param demo loads the demo data if it is not there
 * @param apart each service in a process of its own
 */
record Options(boolean fresh, boolean demo, boolean apart) {

  private static final String FRESH = "--fresh";
  private static final String NO_DEMO = "--no-demo";
  private static final String APART = "--apart";

  static Options parse(List<String> arguments) {
    for (String argument : arguments) {
      if (!Set.of(FRESH, NO_DEMO, APART).contains(argument)) {
        throw new SetupException("up does not know \"%s\".".formatted(argument));
      }
    }
    return new Options(
        arguments.contains(FRESH), !arguments.contains(NO_DEMO), arguments.contains(APART));
  }
}
