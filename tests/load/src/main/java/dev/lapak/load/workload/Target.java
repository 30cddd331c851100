package dev.lapak.load.workload;

import java.util.HashMap;
import java.util.Map;

/**
 * Who is asked, on this machine.
 *
 * @param name {@code edge}, {@code products}…
 * @param headers what every request to it carries
 */
public record Target(String name, int port, Map<String, String> headers) {

  private static final String DOOR = "edge";
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");

  public static Target edge(int port) {
    return new Target(DOOR, port, JSON);
  }

  /** Whether it is what everybody asks, and passes on. */
  public boolean isDoor() {
    return name.equals(DOOR);
  }

  /**
   * A subgraph at its own port, asked as the router asks.
   *
   * @param secret the router's
   */
  public static Target subgraph(String name, int port, String secret) {
    return new Target(name, port, JSON).with("lapak-caller", "router:" + secret);
  }

  Target with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Target(name, port, Map.copyOf(more));
  }

  @Override
  public String toString() {
    return name + " :" + port;
  }
}
