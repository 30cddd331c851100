package dev.lapak.load.running;

import dev.lapak.load.Trouble;
import dev.lapak.load.cpu.Group;
import dev.lapak.load.cpu.Part;
import java.util.List;
import java.util.Map;

/**
 * Where everything listens, on 127.0.0.1: by the same variables as {@code ./lapak up}, all moved by
 * {@code LAPAK_PORT_OFFSET}, each by its own, such as {@code LAPAK_EDGE_PORT}.
 */
public record Ports(
    int edge, int router, int users, int products, int inventory, int orders, int postgres) {

  static Ports from(Map<String, String> environment) {
    return new Ports(
        port(environment, "EDGE", 4000),
        port(environment, "ROUTER", 4001),
        port(environment, "USERS", 4101),
        port(environment, "PRODUCTS", 4102),
        port(environment, "INVENTORY", 4103),
        port(environment, "ORDERS", 4104),
        port(environment, "POSTGRES", 4432));
  }

  /** All that a request passes through. */
  public List<Part> parts() {
    return List.of(
        new Part("edge", edge, Group.JVM),
        new Part("users", users, Group.JVM),
        new Part("products", products, Group.JVM),
        new Part("inventory", inventory, Group.JVM),
        new Part("orders", orders, Group.JVM),
        new Part("router", router, Group.ROUTER),
        new Part("postgres", postgres, Group.POSTGRES));
  }

  private static int port(Map<String, String> environment, String name, int standard) {
    int moved = standard + number(environment, "LAPAK_PORT_OFFSET", 0);
    String variable = "LAPAK_" + name + "_PORT";
    int port = number(environment, variable, moved);
    if (port < 1 || port > 65_535) {
      throw new Trouble("%s would be %d: not a port.".formatted(variable, port));
    }
    return port;
  }

  private static int number(Map<String, String> environment, String variable, int otherwise) {
    String text = environment.getOrDefault(variable, "").strip();
    try {
      return text.isEmpty() ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Trouble("%s is \"%s\": not a number.".formatted(variable, text), e);
    }
  }
}
