package dev.lapak.load.bench;

import dev.lapak.load.Trouble;
import dev.lapak.load.workload.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param measured how long each line of the table is measured
 * @param warmUp how long each kind of request is sent through the door before it is measured
 * @param json where to write the same as JSON
 */
record Options(Duration measured, Duration warmUp, Optional<Path> json) {

  static final String USAGE =
      """
      ./lapak bench [catalogue|crowd] [--seconds N] [--warm-up N] [--quick] [--json FILE]

      Measures the Lapak that ./lapak up started, on this machine.
        catalogue     the reads alone; then makes 38 products of each, which stay, and measures them again
        crowd         checkouts by 16 and by 1,000 buyers at once, of all products and of one
        --seconds N   measure each line for N seconds, 1 to 60 (10)
        --warm-up N   send each kind of request for N seconds before, 0 to 120 (60)
        --quick       --seconds 3 --warm-up 5: a first look
        --json FILE   write the same as JSON

      ./lapak bench inventory --help says how to measure inventory alone.
      """;

  /** Connecting before and coming to rest after what is measured, generously. */
  private static final Duration SETTLING = Duration.ofSeconds(15);

  private static final Options DEFAULT =
      new Options(Duration.ofSeconds(10), Duration.ofSeconds(60), Optional.empty());

  static Options parse(String... arguments) {
    Options options = DEFAULT;
    for (int i = 0; i < arguments.length; i++) {
      options =
          switch (arguments[i]) {
            case "--quick" ->
                new Options(Duration.ofSeconds(3), Duration.ofSeconds(5), options.json);
            case "--seconds" ->
                new Options(seconds(arguments, ++i, 1, 60), options.warmUp, options.json);
            case "--warm-up" ->
                new Options(options.measured, seconds(arguments, ++i, 0, 120), options.json);
            case "--json" ->
                new Options(
                    options.measured, options.warmUp, Optional.of(Path.of(value(arguments, ++i))));
            default -> throw new Trouble("Unknown: " + arguments[i] + "\n\n" + USAGE);
          };
    }
    return options;
  }

  /** What goes through the door has warmed up its parts as well. */
  Duration warmUp(Target target) {
    return target.isDoor() ? warmUp : warmUp.dividedBy(6);
  }

  /** How long it takes at most to measure two workloads. */
  Duration ofTwoWorkloads() {
    return warmUp.plus(measured.plus(SETTLING).multipliedBy(2)).multipliedBy(2);
  }

  private static Duration seconds(String[] arguments, int at, int least, int most) {
    String value = value(arguments, at);
    try {
      int seconds = Integer.parseInt(value);
      if (seconds >= least && seconds <= most) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new Trouble(
        "%s takes %d to %d seconds, not %s.".formatted(arguments[at - 1], least, most, value));
  }

  private static String value(String[] arguments, int at) {
    if (at >= arguments.length) {
      throw new Trouble(arguments[at - 1] + " needs a value.\n\n" + USAGE);
    }
    return arguments[at];
  }
}
