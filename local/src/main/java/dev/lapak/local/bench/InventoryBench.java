package dev.lapak.local.bench;

import dev.lapak.local.process.Listener;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secrets;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./lapak bench inventory} runs. */
final class InventoryBench {

  private static final int[] CALLERS = {1, 16, 64, 256};
  private static final String HOT = "one hot product";
  private static final String COLD = "1,000 products";
  private static final String HEAD = "%-24s %-8s %7s %10s %8s %8s %9s %9s %8s%n";

  private final PrintStream out;
  private final Ground ground;
  private final Duration measured;
  private final List<Line> lines = new ArrayList<>();

  private InventoryBench(PrintStream out, Ground ground, Duration measured) {
    this.out = out;
    this.ground = ground;
    this.measured = measured;
  }

  static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setProperty("logback.configurationFile", "lapak-demo-logback.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    try {
      run(List.of(arguments), System.getenv(), out);
      System.exit(0);
    } catch (SetupException e) {
      out.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    Map<String, String> options = options(arguments);
    Path root = Path.of(System.getProperty("lapak.root", "")).toAbsolutePath();
    Home home = new Home(Path.of(environment.getOrDefault("LAPAK_HOME", root + "/.lapak")));
    Ports ports = Ports.from(environment);
    if (!Files.exists(home.secrets()) || !Listener.answers(ports.of(Port.POSTGRES))) {
      throw new SetupException(
          "No database answers on port %d: start Lapak with ./lapak up, in another terminal."
              .formatted(ports.of(Port.POSTGRES)));
    }
    try (Ground ground = Ground.prepare(ports, Secrets.open(home.secrets()))) {
      InventoryBench bench = new InventoryBench(out, ground, seconds(options));
      bench.measure(Naive.program(environment.getOrDefault("PATH", "")).findFirst());
      String json = options.get("--json");
      if (json != null) {
        Files.writeString(
            Path.of(json), JsonMapper.shared().writeValueAsString(bench.report()) + "\n");
      }
    }
  }

  private static Map<String, String> options(List<String> arguments) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!List.of("--seconds", "--json").contains(arguments.get(i)) || i + 1 == arguments.size()) {
        throw new SetupException(
            "bench inventory does not know \"%s\": ./lapak bench --help"
                .formatted(arguments.get(i)));
      }
      options.put(arguments.get(i), arguments.get(i + 1));
    }
    return options;
  }

  private static Duration seconds(Map<String, String> options) {
    String text = options.getOrDefault("--seconds", "5");
    if (!text.matches("[1-9]|[1-5][0-9]|60")) {
      throw new SetupException("--seconds takes 1 to 60, not %s.".formatted(text));
    }
    return Duration.ofSeconds(Integer.parseInt(text));
  }

  private void measure(Optional<Path> pgbench)
      throws SQLException, IOException, InterruptedException {
    List<UUID> one = List.of(ground.products().getFirst());
    List<UUID> all = ground.products();
    Load hot = Load.ofService(ground.reservations(), one);
    Load cold = Load.ofService(ground.reservations(), all);
    Load hotAtPort = Load.ofPort(ground.port(), ground.proof(), one);
    Load coldAtPort = Load.ofPort(ground.port(), ground.proof(), all);
    Naive naive = new Naive(ground);
    for (Load load : List.of(hot, cold, hotAtPort, coldAtPort)) {
      load.run("", 64, measured);
      ground.forget();
    }
    naive.byJdbc("", one, 16, measured);
    out.printf(
        HEAD,
        "",
        "through",
        "callers",
        "per s",
        "p50 ms",
        "p99 ms",
        "held p50",
        "held p99",
        "per batch");
    for (int callers : CALLERS) {
      take(hot.run(HOT, callers, measured));
      take(cold.run(COLD, callers, measured));
      take(naive.byJdbc(Naive.WHAT, one, callers, measured));
      take(naive.byJdbc(Naive.COLD, all, callers, measured));
      if (pgbench.isPresent()) {
        take(naive.byPgbench(pgbench.orElseThrow(), one.getFirst(), callers, measured));
      }
    }
    for (int callers : CALLERS) {
      take(hotAtPort.run(HOT, callers, measured));
      take(coldAtPort.run(COLD, callers, measured));
    }
    if (pgbench.isEmpty()) {
      out.println("pgbench is not on the path: without it.");
    }
    out.println();
    ratios().forEach((name, value) -> out.printf(Locale.ROOT, "%-62s %6.2f%n", name, value));
  }

  private void take(Line measured) {
    boolean isReservation =
        measured.through().equals("service") || measured.through().equals("port");
    Line line = isReservation ? measured.holding(ground.held().take()) : measured;
    if (isReservation && ground.reserved() != line.done()) {
      throw new IllegalStateException(
          "%d answers, but %d are reserved".formatted(line.done(), ground.reserved()));
    }
    ground.forget();
    lines.add(line);
    Line.Held held = line.held();
    out.printf(
        HEAD,
        line.what(),
        line.through(),
        line.callers(),
        number(line.perSecond(), 0),
        number(line.p50Ms(), 2),
        number(line.p99Ms(), 2),
        held == null ? "" : number(held.p50Ms(), 2),
        held == null ? "" : number(held.p99Ms(), 2),
        held == null ? "" : number(held.each(), 1));
  }

  /** What the figures are for: each of one run. */
  private Map<String, Double> ratios() {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (String through : List.of("service", "port")) {
      for (int callers : CALLERS) {
        ratios.put(
            "hot / cold, %s, %d callers".formatted(through, callers),
            rate(HOT, through, callers) / rate(COLD, through, callers));
      }
    }
    for (int callers : CALLERS) {
      ratios.put(
          "hot / naive by JDBC, service, %d callers".formatted(callers),
          rate(HOT, "service", callers) / rate(Naive.WHAT, "JDBC", Math.min(callers, 16)));
    }
    for (int callers : CALLERS) {
      lines.stream()
          .filter(
              line -> line.through().equals("pgbench") && line.callers() == Math.min(callers, 16))
          .mapToDouble(Line::perSecond)
          .max()
          .ifPresent(
              best ->
                  ratios.put(
                      "hot / naive by pgbench, service, %d callers".formatted(callers),
                      rate(HOT, "service", callers) / best));
    }
    return ratios;
  }

  /** The best of the lines of that kind. */
  private double rate(String what, String through, int callers) {
    return lines.stream()
        .filter(line -> line.what().equals(what))
        .filter(line -> line.through().equals(through) && line.callers() == callers)
        .mapToDouble(Line::perSecond)
        .max()
        .orElse(Double.NaN);
  }

  private Map<String, @Nullable Object> report() {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("cores", Runtime.getRuntime().availableProcessors());
    report.put("seconds", measured.toSeconds());
    report.put("lines", lines);
    report.put("ratios", ratios());
    return report;
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
