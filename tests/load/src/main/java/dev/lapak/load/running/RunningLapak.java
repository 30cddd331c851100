package dev.lapak.load.running;

import dev.lapak.load.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code ./lapak up} started, found by the same settings. */
public record RunningLapak(Ports ports, Secrets secrets) {

  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  public static RunningLapak find(Map<String, String> environment) {
    for (String subgraph : List.of("USERS", "PRODUCTS", "INVENTORY", "ORDERS")) {
      requireHere("LAPAK_" + subgraph + "_URL", environment);
    }
    Path home = Path.of(environment.getOrDefault("LAPAK_HOME", ".lapak"));
    return new RunningLapak(Ports.from(environment), Secrets.read(home.resolve("secrets")));
  }

  /** CPU time can't be seen elsewhere, and nobody else's machine is put under load. */
  private static void requireHere(String variable, Map<String, String> environment) {
    String url = environment.getOrDefault(variable, "").strip();
    if (!url.isEmpty() && !HERE.contains(String.valueOf(URI.create(url).getHost()))) {
      throw new Trouble("%s is %s: the bench measures this machine only.".formatted(variable, url));
    }
  }

  public Door door() {
    return new Door(ports.edge());
  }
}
