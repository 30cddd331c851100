package dev.lapak.local;

import dev.lapak.local.process.KeptProcess;
import dev.lapak.local.state.Home;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where services run. */
interface Services {

  /**
   * @param settings as on a command line, so that they win over the service's own files
   */
  Part run(Service service, int port, List<String> settings);

  /** All in the launcher's process. */
  static Services inThisProcess() {
    return (service, port, settings) -> new Application(service.word(), service::builder, settings);
  }

  /** Each in a process of its own, which is started again when it dies. */
  static Services apart(Home home, Consumer<String> console) {
    return (service, port, settings) -> {
      KeptProcess process =
          new KeptProcess(
              service.word() + " service",
              OwnProcess.command(service),
              Map.of(OwnProcess.SETTINGS, String.join("\n", settings)),
              port,
              home.log().resolve(service.word() + ".log"),
              service.record(home),
              console);
      return Part.of(service.word(), process::start, process::stop);
    };
  }
}
