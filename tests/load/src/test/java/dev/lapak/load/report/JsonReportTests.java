package dev.lapak.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.load.Measurement;
import dev.lapak.load.Outcome;
import dev.lapak.load.cpu.CpuTime;
import dev.lapak.load.cpu.Group;
import dev.lapak.load.cpu.MeteredProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTests {

  private static final MeteredProcess JVM = new MeteredProcess(10, "java", "edge", Group.JVM);

  @Test
  void has_all_that_the_table_has() {
    Measurement measurement =
        new Measurement(
            "checkout of 1",
            "orders :4104",
            1,
            new Outcome(
                100,
                98,
                Duration.ofSeconds(2),
                Duration.ofMillis(3),
                Duration.ofMillis(9),
                0.5,
                Map.of("HTTP 503", 2L)),
            Optional.of(new CpuTime(Map.of(JVM, Duration.ofMillis(250)))),
            OptionalDouble.of(0.125));

    JsonNode json =
        JsonMapper.shared()
            .readTree(
                JsonReport.of(
                    new Report(
                        Instant.parse("2026-01-31T09:30:00Z"),
                        new Machine("Any", 2, "Linux", "25", 0.5),
                        List.of(JVM),
                        0.02,
                        List.of(measurement),
                        List.of())));

    assertThat(json.path("at").asString()).isEqualTo("2026-01-31T09:30:00Z");
    assertThat(json.path("machine").path("cores").asInt()).isEqualTo(2);
    assertThat(json.path("processes").path(0).path("parts").asString()).isEqualTo("edge");
    assertThat(json.path("errors").asInt()).isEqualTo(2);
    JsonNode line = json.path("requests").path(0);
    assertThat(line.path("what").asString()).isEqualTo("checkout of 1");
    assertThat(line.path("perSecond").asDouble()).isEqualTo(50);
    assertThat(line.path("p99Ms").asDouble()).isEqualTo(9);
    assertThat(line.path("errors").asInt()).isEqualTo(2);
    assertThat(line.path("problems").path("HTTP 503").asInt()).isEqualTo(2);
    assertThat(line.path("cpuMsPerRequest").asDouble()).isEqualTo(2.5);
    assertThat(line.path("jvmCpuMsPerRequest").asDouble()).isEqualTo(2.5);
    assertThat(line.path("routerCpuMsPerRequest").asDouble()).isZero();
    assertThat(line.path("processCpuMs").path("10").asDouble()).isEqualTo(250);
    assertThat(line.path("otherBusyCores").asDouble()).isEqualTo(0.125);
  }
}
