package dev.lapak.load.bench;

import dev.lapak.load.Trouble;
import dev.lapak.load.pgbench.Pgbench;
import dev.lapak.load.report.JsonReport;
import dev.lapak.load.report.Report;
import dev.lapak.load.report.TextReport;
import dev.lapak.load.running.RunningLapak;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./lapak bench}. */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv()));
  }

  /** Answers the exit code: 0, 1 after errors in what was measured, 2 if it could not be. */
  static int run(String[] arguments, Map<String, String> environment) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      if (List.of(arguments).contains("--help")) {
        out.print(Options.USAGE);
        return 0;
      }
      String course = arguments.length > 0 ? arguments[0] : "";
      boolean named = Set.of("catalogue", "crowd").contains(course);
      Options options =
          Options.parse(Arrays.copyOfRange(arguments, named ? 1 : 0, arguments.length));
      RunningLapak lapak = RunningLapak.find(environment);
      TextReport text = new TextReport(out);
      Report report =
          switch (course) {
            case "catalogue" -> new GrowthCourse(options, lapak, text).run();
            case "crowd" -> new CrowdCourse(options, lapak, text).run();
            default ->
                new Course(options, lapak, Pgbench.find(environment.getOrDefault("PATH", "")), text)
                    .run();
          };
      options.json().ifPresent(file -> write(file, JsonReport.of(report)));
      return report.errors() == 0 ? 0 : 1;
    } catch (Trouble trouble) {
      out.println("bench: " + trouble.getMessage());
      return 2;
    }
  }

  private static void write(Path file, String json) {
    try {
      Files.writeString(file, json + "\n");
    } catch (IOException e) {
      throw new Trouble("Can't write " + file + ": " + e.getMessage(), e);
    }
  }
}
