package dev.lapak.local;

import dev.lapak.local.database.Database;
import dev.lapak.local.process.Listener;
import dev.lapak.local.router.RouterProcess;
import dev.lapak.local.router.RouterProgram;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.HomeLock;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secrets;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sun.misc.Signal;

/** What {@code ./lapak up} runs once all is built. */
final class Launcher {

  private Launcher() {}

  static void main(String[] arguments) {
    Console console = new Console(System.out);
    try {
      run(Options.parse(Arrays.asList(arguments)), System.getenv(), console);
    } catch (SetupException e) {
      console.say(String.valueOf(e.getMessage()));
      System.exit(1);
    } catch (Exception e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      console.say("Lapak could not start: " + root);
      System.exit(1);
    }
  }

  private static void run(Options options, Map<String, String> environment, Console console)
      throws Exception {
    Path root = Path.of(System.getProperty("lapak.root", "")).toAbsolutePath().normalize();
    Ports ports = Ports.from(environment);
    RouterProgram program = RouterProgram.choose(root, environment);
    Home home = Home.open(Path.of(environment.getOrDefault("LAPAK_HOME", root + "/.lapak")));
    HomeLock lock = HomeLock.take(home);
    logTo(home);

    endOrphans(home);
    if (options.fresh()) {
      home.clear();
    }
    checkPorts(ports);
    Setup setup = new Setup(root, home, ports, Secrets.open(home.secrets()), environment);

    Supergraph supergraph = new Supergraph(setup.parts(program, console));
    stopAtExit(supergraph, lock, console);
    console.say("Router: " + program.reason());
    try {
      supergraph.start(console);
      welcome(console);
    } catch (Exception e) {
      // Parts that are stopped while they start fail.
      if (!supergraph.isStopping()) {
        throw e;
      }
    }
  }

  private static void welcome(Console console) {
    long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    console.say("Lapak is up, after %s.".formatted(Console.seconds(Duration.ofMillis(millis))));
  }

  /** What an earlier launcher left behind when it was killed. */
  private static void endOrphans(Home home) throws IOException, InterruptedException {
    RouterProcess.endOrphan(Setup.routerRecord(home));
    Database.endOrphan(home);
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

  private static void stopAtExit(Supergraph supergraph, HomeLock lock, Console console) {
    // A polite end is no failure.
    Signal.handle(new Signal("TERM"), signal -> System.exit(0));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  console.say("Stopping.");
                  supergraph.stop();
                  lock.release();
                },
                "stop"));
  }

  /** Several applications share this JVM's logging, so none of them may set it up. */
  private static void logTo(Home home) {
    System.setProperty("lapak.log", home.log().toString());
    System.setProperty("logback.configurationFile", "lapak-logback.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
  }
}
