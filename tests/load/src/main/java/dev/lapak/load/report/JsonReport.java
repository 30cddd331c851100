package dev.lapak.load.report;

import dev.lapak.load.Measurement;
import dev.lapak.load.Outcome;
import dev.lapak.load.cpu.CpuTime;
import dev.lapak.load.cpu.Group;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The same as the table, for programs. */
public final class JsonReport {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonReport() {}

  public static String of(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", report.at().toString());
    json.put("machine", report.machine());
    json.put("processes", report.processes());
    json.put("idleCores", report.idleCores());
    json.put("errors", report.errors());
    json.put("requests", report.requests().stream().map(JsonReport::measurement).toList());
    json.put("pgbench", report.statements().stream().map(JsonReport::measurement).toList());
    return JSON.writeValueAsString(json);
  }

  private static Map<String, Object> measurement(Measurement measurement) {
    Outcome outcome = measurement.outcome();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("what", measurement.what());
    line.put("through", measurement.through());
    line.put("connections", measurement.connections());
    line.put("requests", outcome.requests());
    line.put("seconds", outcome.elapsed().toNanos() / 1e9);
    line.put("perSecond", outcome.perSecond());
    line.put("p50Ms", millis(outcome.p50()));
    line.put("p99Ms", millis(outcome.p99()));
    line.put("drift", outcome.drift());
    line.put("errors", outcome.errors());
    line.put("problems", new TreeMap<>(outcome.problems()));
    put(line, "cpuMsPerRequest", measurement.cpuMillisPerRequest());
    for (Group group : Group.values()) {
      put(
          line,
          group.name().toLowerCase(Locale.ROOT) + "CpuMsPerRequest",
          measurement.cpuMillisPerRequest(group));
    }
    measurement.cpu().ifPresent(cpu -> line.put("processCpuMs", byPid(cpu)));
    put(line, "otherBusyCores", measurement.others());
    return line;
  }

  private static Map<Integer, Double> byPid(CpuTime cpu) {
    Map<Integer, Double> millis = new TreeMap<>();
    cpu.byProcess().forEach((process, spent) -> millis.put(process.pid(), millis(spent)));
    return millis;
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static void put(Map<String, Object> line, String name, OptionalDouble value) {
    if (value.isPresent()) {
      line.put(name, value.getAsDouble());
    }
  }
}
