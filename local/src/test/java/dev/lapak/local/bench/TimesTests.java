package dev.lapak.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesTests {

  @Test
  void all_are_kept_whoever_tells_them() {
    Times times = new Times();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 4; thread++) {
        int first = thread * 10_000;
        threads.submit(() -> LongStream.range(first, first + 10_000).forEach(times::add));
      }
    }
    assertThat(LongStream.of(times.take()).sorted())
        .containsExactly(LongStream.range(0, 40_000).boxed().toArray(Long[]::new));
    assertThat(times.take()).isEmpty();
  }

  @Test
  void a_line_says_rate_and_percentiles() {
    long[] nanos = LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray();
    Line line = Line.of("hot", "service", 16, Duration.ofSeconds(4), nanos, 1);
    assertThat(line.perSecond()).isEqualTo(25);
    assertThat(line.p50Ms()).isEqualTo(50);
    assertThat(line.p99Ms()).isEqualTo(99);
    assertThat(line.holding(new long[] {2_000_000, 4_000_000}).held())
        .isEqualTo(new Line.Held(2, 2, 4, 50));
    assertThat(line.holding(new long[0]).held()).isNull();
  }
}
