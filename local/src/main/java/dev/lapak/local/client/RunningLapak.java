package dev.lapak.local.client;

import dev.lapak.local.process.Listener;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secrets;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What {@code ./lapak up} runs, as the other words of {@code ./lapak} find it. */
public record RunningLapak(Ports ports, Secrets secrets) {

  /**
   * Where the environment says.
   *
   * @param needed what has to answer
   * @throws SetupException where it does not
   */
  public static RunningLapak find(Map<String, String> environment, Port needed) throws IOException {
    Path root = Path.of(System.getProperty("lapak.root", "")).toAbsolutePath();
    Home home = Home.of(root, environment);
    Ports ports = Ports.from(environment);
    if (!Files.exists(home.secrets()) || !Listener.answers(ports.of(needed))) {
      throw new SetupException(
          "%s answers on port %d: start Lapak with ./lapak up, in another terminal."
              .formatted(needed == Port.POSTGRES ? "No database" : "Nothing", ports.of(needed)));
    }
    return new RunningLapak(ports, Secrets.open(home.secrets()));
  }

  /** Somebody without a token before its public door. */
  public Person nobody() {
    return Person.nobody(URI.create("http://127.0.0.1:" + ports.of(Port.EDGE)));
  }
}
