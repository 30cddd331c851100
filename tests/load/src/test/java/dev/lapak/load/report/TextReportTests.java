package dev.lapak.load.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.load.Measurement;
import dev.lapak.load.Outcome;
import dev.lapak.load.cpu.CpuTime;
import dev.lapak.load.cpu.Group;
import dev.lapak.load.cpu.MeteredProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TextReportTests {

  private static final MeteredProcess JVM = new MeteredProcess(10, "java", "edge", Group.JVM);
  private static final MeteredProcess POSTGRES =
      new MeteredProcess(20, "postgres", "postgres", Group.POSTGRES);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final TextReport report = new TextReport(new PrintStream(written, true, UTF_8));

  @Test
  void columns_stand_under_their_headings() {
    report.heading("request");
    report.line(measurement(outcome(0, Map.of()), true));

    List<String> lines = lines();
    String heading = lines.get(lines.size() - 2);
    String line = lines.getLast();
    assertThat(line).startsWith("list of 20 with stock");
    for (String[] column :
        new String[][] {
          {"conn", "16"}, {"requests/s", "500"}, {"p50 ms", "1.50"}, {"p99 ms", "12.34"},
          {"errors", "0"}, {"all", "2.500"}, {"JVM", "2.000"}, {"router", "0.000"},
          {"postgres", "0.500"}
        }) {
      int end = heading.indexOf(column[0]) + column[0].length();
      assertThat(line.substring(0, end)).as(column[0]).endsWith(" " + column[1]);
    }
    assertThat(heading.indexOf("through")).isEqualTo(line.indexOf("edge :4000"));
  }

  @Test
  void errors_are_shown_with_their_reasons() {
    report.line(measurement(outcome(3, Map.of("OUT_OF_STOCK: Sold.", 3L)), true));

    assertThat(lines()).last().asString().contains("3 × OUT_OF_STOCK: Sold.");
  }

  @Test
  void unseen_cpu_is_a_dash_and_no_zero() {
    report.line(measurement(outcome(0, Map.of()), false));

    assertThat(lines().getLast()).endsWith("–        –        –        –");
  }

  @Test
  void a_rate_that_still_changes_is_told() {
    Outcome rising =
        new Outcome(10, 10, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, 0.25, Map.of());

    report.line(measurement(rising, true));

    assertThat(lines().getLast()).contains("not steady", "+25 %");
  }

  private static Outcome outcome(long errors, Map<String, Long> problems) {
    return new Outcome(
        1000,
        1000 - errors,
        Duration.ofSeconds(2),
        Duration.ofNanos(1_500_000),
        Duration.ofNanos(12_340_000),
        0,
        problems);
  }

  private static Measurement measurement(Outcome outcome, boolean seen) {
    return new Measurement(
        "list of 20 with stock",
        "edge :4000",
        16,
        outcome,
        seen
            ? Optional.of(
                new CpuTime(Map.of(JVM, Duration.ofSeconds(2), POSTGRES, Duration.ofMillis(500))))
            : Optional.empty(),
        OptionalDouble.of(0.25));
  }

  private List<String> lines() {
    return written.toString(UTF_8).lines().filter(line -> !line.isBlank()).toList();
  }
}
