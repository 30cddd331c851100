package dev.lapak.load.running;

import java.nio.file.Path;
import java.util.Map;

/** What {@code ./lapak up} started, found by the same settings. */
public record RunningLapak(Ports ports, Secrets secrets) {

  public static RunningLapak find(Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("LAPAK_HOME", ".lapak"));
    return new RunningLapak(Ports.from(environment), Secrets.read(home.resolve("secrets")));
  }

  public Door door() {
    return new Door(ports.edge());
  }
}
