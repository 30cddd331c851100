package dev.lapak.local.check;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code ./lapak check} runs. Ends with 0, with 1 where a rule is broken, with 2 if it can't
 * look.
 */
final class Check {

  private Check() {}

  static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // What libraries log is not part of the answer.
    System.setProperty("logback.configurationFile", "lapak-demo-logback.xml");
    try {
      System.exit(run(List.of(arguments), System.getenv(), out));
    } catch (SetupException | IOException e) {
      out.println(e.getMessage());
      System.exit(2);
    } catch (SQLException e) {
      out.println("Can't look: " + e.getMessage());
      System.exit(2);
    }
  }

  private static int run(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, SQLException {
    Path json = json(arguments);
    RunningLapak lapak = RunningLapak.find(environment, Port.POSTGRES);
    List<Finding> findings = Inspection.of(lapak.ports(), lapak.secrets()).run();
    findings.forEach(finding -> print(finding, out));
    long broken = findings.stream().filter(finding -> !finding.holds()).count();
    out.println(
        broken == 0
            ? "All %d rules hold.".formatted(findings.size())
            : "%d of %d rules are broken.".formatted(broken, findings.size()));
    if (json != null) {
      Files.writeString(json, JsonMapper.shared().writeValueAsString(findings) + "\n");
    }
    return broken == 0 ? 0 : 1;
  }

  private static @Nullable Path json(List<String> arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    if (arguments.size() == 2 && arguments.getFirst().equals("--json")) {
      return Path.of(arguments.getLast());
    }
    throw new SetupException(
        "check does not know \"%s\": ./lapak check --help".formatted(String.join(" ", arguments)));
  }

  private static void print(Finding finding, PrintStream out) {
    out.printf(
        "%-6s %-18s %s (%,d of %s)%n",
        finding.holds() ? "holds" : "BROKEN",
        finding.databases(),
        finding.rule(),
        finding.checked(),
        finding.table());
    if (!finding.holds()) {
      finding.rows().forEach(row -> out.println("         " + row));
      long more = finding.broken() - finding.rows().size();
      if (more > 0) {
        out.printf("         and %,d more%n", more);
      }
    }
  }
}
