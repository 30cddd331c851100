package dev.lapak.load.pgbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTests {

  @Test
  void answers_the_nearest_rank() {
    Latencies latencies = Latencies.of(LongStream.rangeClosed(1, 200).map(i -> 201 - i));

    assertThat(latencies.count()).isEqualTo(200);
    assertThat(latencies.percentile(50)).isEqualTo(Duration.ofNanos(100_000));
    assertThat(latencies.percentile(99)).isEqualTo(Duration.ofNanos(198_000));
    assertThat(latencies.percentile(100)).isEqualTo(Duration.ofNanos(200_000));
  }

  @Test
  void answers_the_only_one() {
    assertThat(Latencies.of(LongStream.of(7)).percentile(1)).isEqualTo(Duration.ofNanos(7_000));
  }

  @Test
  void answers_zero_for_none() {
    assertThat(Latencies.of(LongStream.empty()).percentile(99)).isEqualTo(Duration.ZERO);
  }

  @Test
  void reads_pgbenchs_log() {
    assertThat(Latencies.microseconds("3 17 843 0 1761042000 123456")).isEqualTo(843);
  }
}
