package dev.lapak.local;

import dev.lapak.local.database.Database;
import dev.lapak.local.process.KeptProcess;
import dev.lapak.local.process.Listener;
import dev.lapak.local.process.RecordedProcess;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** Makes sure, before anything is started, that it can. */
final class Ground {

  private Ground() {}

  /**
   * @param fresh forgets all that is there
   */
  static void clear(Home home, Ports ports, boolean fresh)
      throws IOException, InterruptedException {
    // What an earlier launcher left behind when it was killed.
    for (RecordedProcess record : Setup.records(home)) {
      KeptProcess.endOrphan(record);
    }
    Database.endOrphan(home);
    if (fresh) {
      home.clear();
    }
    checkPorts(ports);
    if (Database.exists(home) && !Files.exists(home.secrets())) {
      throw new SetupException(
          "%s is gone, and the data with it: put it back, or start over with --fresh."
              .formatted(home.secrets()));
    }
  }

  private static void checkPorts(Ports ports) {
    List<String> taken =
        Arrays.stream(Port.values())
            .filter(port -> Listener.isTaken(ports.of(port)))
            .map(port -> describe(port, ports.of(port)))
            .toList();
    if (!taken.isEmpty()) {
      throw new SetupException(
          String.join("\n", taken) + "\nStop what is there, or move Lapak with LAPAK_PORT_OFFSET.");
    }
  }

  private static String describe(Port port, int number) {
    String owner =
        Listener.on(number)
            .map(
                process ->
                    " by process %d (%s)"
                        .formatted(process.pid(), process.info().command().orElse("unknown")))
            .orElse("");
    return "Port %d (%s) is taken%s.".formatted(number, port.variable(), owner);
  }
}
