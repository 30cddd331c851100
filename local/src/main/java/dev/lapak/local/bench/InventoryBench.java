package dev.lapak.local.bench;

import dev.lapak.local.client.RunningLapak;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./lapak bench inventory} runs. Ends with 2 if it can't measure. */
final class InventoryBench {

  private InventoryBench() {}

  static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // What libraries log is not part of the answer.
    System.setProperty("logback.configurationFile", "lapak-demo-logback.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    try {
      run(List.of(arguments), System.getenv(), out);
      System.exit(0);
    } catch (SetupException | IOException e) {
      out.println(e.getMessage());
      System.exit(2);
    } catch (SQLException e) {
      out.println("Can't measure: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void run(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    Options options = Options.parse(arguments);
    RunningLapak lapak = RunningLapak.find(environment, Port.POSTGRES);
    Optional<Path> pgbench = Naive.program(environment.getOrDefault("PATH", "")).findFirst();
    if (pgbench.isEmpty()) {
      out.println("pgbench is not on the path: without it.");
    }
    try (Sandbox sandbox = Sandbox.prepare(lapak.ports(), lapak.secrets())) {
      Run run = new Run(sandbox, options.measured(), new Table(out));
      run.measure(pgbench);
      if (options.json().isPresent()) {
        Files.writeString(
            options.json().get(), JsonMapper.shared().writeValueAsString(run.report()) + "\n");
      }
    }
  }
}
