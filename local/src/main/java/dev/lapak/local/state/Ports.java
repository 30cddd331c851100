package dev.lapak.local.state;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where everything listens: all moved by {@code LAPAK_PORT_OFFSET}, each by its own variable. */
public final class Ports {

  static final String OFFSET = "LAPAK_PORT_OFFSET";
  private static final int MAX = 65_535;

  private final Map<Port, Integer> numbers;

  private Ports(Map<Port, Integer> numbers) {
    this.numbers = Map.copyOf(numbers);
  }

  public static Ports from(Map<String, String> environment) {
    int offset = number(OFFSET, environment.get(OFFSET), 0);
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    Map<Integer, Port> users = new HashMap<>();
    for (Port port : Port.values()) {
      int number =
          number(port.variable(), environment.get(port.variable()), port.standard() + offset);
      if (number < 1 || number > MAX) {
        throw new SetupException("%s would be %d: not a port.".formatted(port.variable(), number));
      }
      Port other = users.put(number, port);
      if (other != null) {
        throw new SetupException(
            "%s and %s are both %d.".formatted(other.variable(), port.variable(), number));
      }
      numbers.put(port, number);
    }
    return new Ports(numbers);
  }

  /** An environment in which all ports are so many more than usual. */
  public static Map<String, String> moved(Map<String, String> environment, int by) {
    Map<String, String> moved = new HashMap<>(environment);
    Arrays.stream(Port.values()).map(Port::variable).forEach(moved::remove);
    moved.put(OFFSET, String.valueOf(number(OFFSET, environment.get(OFFSET), 0) + by));
    return moved;
  }

  public int of(Port port) {
    return numbers.getOrDefault(port, port.standard());
  }

  private static int number(String variable, @Nullable String text, int otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new SetupException("%s is \"%s\": not a number.".formatted(variable, text));
    }
  }
}
