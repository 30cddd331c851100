package dev.lapak.local;

import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import dev.lapak.local.demo.DemoData;
import dev.lapak.local.router.RouterProgram;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.HomeLock;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secret;
import dev.lapak.local.state.Secrets;
import dev.lapak.local.state.SetupException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.client.RestClientException;
import sun.misc.Signal;

/** What {@code ./lapak up} runs once all is built. */
final class Launcher {

  private Launcher() {}

  static void main(String[] arguments) {
    Console console = new Console(System.out);
    try {
      run(Options.parse(Arrays.asList(arguments)), System.getenv(), console);
      // Until it is stopped, also where all services are elsewhere.
      Thread.currentThread().join();
    } catch (SetupException e) {
      console.say(String.valueOf(e.getMessage()));
      System.exit(1);
    } catch (Exception e) {
      console.say("Lapak could not start: " + NestedExceptionUtils.getMostSpecificCause(e));
      console.say(System.getProperty("lapak.log", "The console") + " says more.");
      System.exit(1);
    }
  }

  private static void run(Options options, Map<String, String> environment, Console console)
      throws Exception {
    Path root = Path.of(System.getProperty("lapak.root", "")).toAbsolutePath().normalize();
    Ports ports = Ports.from(environment);
    RouterProgram program = RouterProgram.choose(root, environment);
    Home home = Home.of(root, environment).open();
    HomeLock lock = HomeLock.take(home);
    logTo(home);

    Ground.clear(home, ports, options.fresh());
    Services services =
        options.apart() ? Services.apart(home, console::say) : Services.inThisProcess();
    Setup setup = new Setup(root, home, ports, Secrets.open(home.secrets()), services, environment);
    Supergraph supergraph = new Supergraph(setup.parts(program, console));
    Optional<FasterStart> faster = FasterStart.wanted();
    stopAtExit(
        () -> {
          console.say("Stopping.");
          faster.ifPresent(FasterStart::stop);
          supergraph.stop();
          lock.release();
        });

    console.say("Router: " + program.reason());
    try {
      supergraph.start(console);
      URI door = URI.create("http://" + setup.address(Port.EDGE));
      if (options.demo()) {
        loadDemo(door, setup, console);
      }
      if (faster.isPresent()) {
        console.step("recording", faster.get()::endRecording);
        faster.get().assemble(home.log());
      }
      console.say(
          "Lapak is up, after %s."
              .formatted(
                  Console.seconds(
                      Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()))));
      Welcome.lines(door, setup, options.demo()).forEach(console::say);
    } catch (Exception e) {
      // Parts that are stopped while they start fail.
      if (!supergraph.isStopping()) {
        throw e;
      }
    }
  }

  /** Once; a load that was stopped goes on. */
  private static void loadDemo(URI door, Setup setup, Console console) throws Exception {
    Path done = setup.home().demo();
    if (Files.exists(done)) {
      return;
    }
    DemoData data =
        new DemoData(
            Person.nobody(door),
            setup.secrets().get(Secret.ADMIN_PASSWORD),
            setup.secrets().get(Secret.DEMO_PASSWORD));
    try {
      console.step("demo data", () -> data.load(console::progress));
      Files.writeString(done, "complete\n");
    } catch (UnexpectedAnswer | RestClientException | ExecutionException e) {
      console.say(
          "The demo data is not complete: %s\nThe next ./lapak up goes on with it."
              .formatted(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
    }
  }

  private static void stopAtExit(Runnable stop) {
    // A polite end is no failure.
    Signal.handle(new Signal("TERM"), signal -> System.exit(0));
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
  }

  /** Several applications share this JVM's logging, so none of them may set it up. */
  private static void logTo(Home home) {
    System.setProperty("lapak.log", home.log().toString());
    System.setProperty("logback.configurationFile", "lapak-logback.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
  }
}
