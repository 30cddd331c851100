package dev.lapak.local;

import dev.lapak.local.process.JavaCommand;
import java.util.List;

/** What a process runs that has one service only. */
final class OwnProcess {

  /** The environment has the settings, a line each, since everybody sees a command line. */
  static final String SETTINGS = "LAPAK_SERVICE_SETTINGS";

  private static final int MEGABYTES = 384;

  private OwnProcess() {}

  static void main(String[] arguments) {
    Service service = Service.valueOf(arguments[0]);
    service.builder().run(System.getenv(SETTINGS).split("\n"));
  }

  static List<String> command(Service service) {
    return JavaCommand.smallerThanThis(MEGABYTES, OwnProcess.class.getName(), service.name());
  }
}
