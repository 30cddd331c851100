package dev.lapak.local.chaos;

import dev.lapak.local.process.Ending;
import dev.lapak.local.process.JavaCommand;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A system of its own, each service in a process of its own. */
final class Running implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Process launcher;

  private Running(Process launcher) {
    this.launcher = launcher;
  }

  /** Returns when it answers. */
  static Running start(Home home, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = home.log().resolve("up.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                JavaCommand.likeThis("dev.lapak.local.Launcher", "--fresh", "--no-demo", "--apart"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    // Nothing of another system.
    builder.environment().keySet().removeIf(name -> name.matches("LAPAK_[A-Z]+_URL"));
    builder.environment().put("LAPAK_HOME", home.path().toString());
    Running running = new Running(builder.start());
    Runtime.getRuntime().addShutdownHook(new Thread(running.launcher::destroy));
    Instant end = Instant.now().plus(PATIENCE);
    while (!Files.readString(log).contains("Lapak is up")) {
      if (!running.launcher.isAlive() || Instant.now().isAfter(end)) {
        running.close();
        throw new SetupException("Lapak does not start:\n" + Files.readString(log));
      }
      Thread.sleep(200);
    }
    return running;
  }

  @Override
  public void close() throws InterruptedException {
    Ending.of(launcher.toHandle(), GRACE);
  }
}
