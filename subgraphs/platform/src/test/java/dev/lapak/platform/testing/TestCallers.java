package dev.lapak.platform.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The secrets by which services know each other in tests. */
public final class TestCallers {

  private static final List<String> NAMES =
      List.of("router", "edge", "users", "products", "inventory", "orders");

  private TestCallers() {}

  /** The header of that caller. */
  public static String header(String name) {
    return name + ":" + secret(name);
  }

  static Map<String, String> properties() {
    return NAMES.stream()
        .collect(Collectors.toMap(name -> "lapak.caller.secrets." + name, TestCallers::secret));
  }

  private static String secret(String name) {
    return (name + "-").repeat(32).substring(0, 32);
  }
}
