package dev.lapak.load.report;

import dev.lapak.load.Measurement;
import dev.lapak.load.Outcome;
import dev.lapak.load.cpu.Group;
import dev.lapak.load.cpu.MeteredProcess;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes the table, each line as soon as it was measured. */
public final class TextReport {

  private static final String LINE = "%-22s %-16s %4s %12s %8s %8s %6s  %8s %8s %8s %8s%n";
  private static final double NOTABLE_DRIFT = 0.1;

  private final PrintStream out;

  public TextReport(PrintStream out) {
    this.out = out;
  }

  public void machine(Machine machine, List<MeteredProcess> processes, double idle) {
    print(
        "%s · %d cores · %s · bench on Java %s%n",
        machine.processor(), machine.cores(), machine.system(), machine.java());
    print("load %.2f before; Lapak at rest used %.0f %% of a core%n", machine.load(), 100 * idle);
    for (MeteredProcess process : processes) {
      print("  %s: %s, pid %d%n", process.parts(), process.name(), process.pid());
    }
  }

  /**
   * @param unit what is counted, such as {@code request}
   */
  public void heading(String unit) {
    print("%n%99s%n", "CPU ms per " + unit);
    print(
        LINE,
        "",
        "through",
        "conn",
        unit + "s/s",
        "p50 ms",
        "p99 ms",
        "errors",
        "all",
        "JVM",
        "router",
        "postgres");
  }

  public void line(Measurement measurement) {
    Outcome outcome = measurement.outcome();
    print(
        LINE,
        measurement.what(),
        measurement.through(),
        measurement.connections(),
        number(outcome.perSecond(), 0),
        millis(outcome.p50()),
        millis(outcome.p99()),
        outcome.errors(),
        cpu(measurement.cpuMillisPerRequest()),
        cpu(measurement.cpuMillisPerRequest(Group.JVM)),
        cpu(measurement.cpuMillisPerRequest(Group.ROUTER)),
        cpu(measurement.cpuMillisPerRequest(Group.POSTGRES)));
    outcome.problems().forEach((problem, times) -> print("    %d × %s%n", times, problem));
    if (Math.abs(outcome.drift()) > NOTABLE_DRIFT) {
      print("    not steady: in the second half %+.0f %% per second%n", 100 * outcome.drift());
    }
  }

  public void noise(List<Measurement> lines) {
    print("%n%s%n", Noise.describe(lines));
  }

  public void note(String text) {
    print("%s%n", text);
  }

  private static String millis(Duration duration) {
    return number(duration.toNanos() / 1e6, 2);
  }

  private static String cpu(OptionalDouble millis) {
    return millis.isPresent() ? number(millis.getAsDouble(), 3) : "–";
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private void print(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
