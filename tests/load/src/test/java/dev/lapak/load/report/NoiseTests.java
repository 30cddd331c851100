package dev.lapak.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.load.Measurement;
import dev.lapak.load.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NoiseTests {

  @Test
  void tells_what_others_used_on_average_and_at_most() {
    assertThat(Noise.describe(List.of(line(OptionalDouble.of(0.02)), line(OptionalDouble.of(0.5)))))
        .contains("0.26 cores", "0.50 at most", "not a quiet machine");
  }

  @Test
  void does_not_complain_of_a_quiet_machine() {
    assertThat(Noise.describe(List.of(line(OptionalDouble.of(0.02)))))
        .contains("0.02 at most")
        .doesNotContain("not a quiet machine");
  }

  @Test
  void says_when_it_can_not_be_seen() {
    assertThat(Noise.describe(List.of(line(OptionalDouble.empty())))).contains("can't be seen");
  }

  private static Measurement line(OptionalDouble others) {
    Outcome outcome =
        new Outcome(1, 1, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, 0, Map.of());
    return new Measurement("list", "edge :4000", 1, outcome, Optional.empty(), others);
  }
}
