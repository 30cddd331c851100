package dev.lapak.load.generator;

import dev.lapak.load.Outcome;
import dev.lapak.load.Trouble;
import dev.lapak.load.workload.Workload;
import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.steps.HttpRequestStepBuilder;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/**
 * A closed workload by Hyperfoil: each connection is kept alive and asks again as soon as it was
 * answered. One thread, so as to leave the CPU to the system.
 */
public final class Generator {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String NAME = "bench";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Generator() {}

  public static Outcome run(Workload workload, int connections, Duration duration) {
    return run(workload, connections, duration, PATIENCE);
  }

  /**
   * @param patience after which a request counts as not answered, so that a stuck system can't hold
   *     the bench
   */
  static Outcome run(Workload workload, int connections, Duration duration, Duration patience) {
    Tally tally = new Tally(duration);
    StatisticsSnapshot statistics = new StatisticsSnapshot();
    new LocalSimulationRunner(
            benchmark(workload, connections, duration, patience, tally),
            (phase, step, metric, snapshot, countDown) -> statistics.add(snapshot),
            null,
            null)
        .run();
    if (statistics.requestCount == 0) {
      throw new Trouble("No request could be sent to " + workload.target() + ".");
    }
    return new Outcome(
        statistics.requestCount,
        tally.good(),
        tally.elapsed(),
        percentile(statistics, 50),
        percentile(statistics, 99),
        tally.drift(),
        tally.problems());
  }

  private static Benchmark benchmark(
      Workload workload, int connections, Duration duration, Duration patience, Tally tally) {
    BenchmarkBuilder benchmark = BenchmarkBuilder.builder().name(NAME).threads(1);
    HttpPluginBuilder http = benchmark.addPlugin(HttpPluginBuilder::new);
    http.ergonomics().stopOnInvalid(false);
    http.http()
        .protocol(Protocol.HTTP)
        .name(NAME)
        .host(LOOPBACK)
        .port(workload.target().port())
        .allowHttp2(false)
        .pipeliningLimit(1)
        .sharedConnections(connections)
        .requestTimeout(patience.toMillis());
    benchmark
        .addPhase(NAME)
        .always(connections)
        .duration(duration.toMillis())
        // Hyperfoil warns of a busy machine in other phases; here the system shares it.
        .isWarmup(true)
        .scenario()
        .initialSequence(NAME)
        .stepBuilder(request(workload, tally));
    return benchmark.build();
  }

  private static HttpRequestStepBuilder request(Workload workload, Tally tally) {
    Answers answers = new Answers(workload.expected(), tally);
    return new HttpRequestStepBuilder()
        .method(HttpMethod.POST)
        .path("/graphql")
        .metric(NAME)
        .headerAppender((session, request) -> workload.headers().get().forEach(request::putHeader))
        .body(
            (session, connection) -> {
              tally.asked();
              return Unpooled.wrappedBuffer(workload.body().get());
            })
        .handler()
        .status(answers)
        .body(fragmented -> answers)
        .onCompletion(() -> answers)
        .endHandler();
  }

  private static Duration percentile(StatisticsSnapshot statistics, double percentile) {
    return Duration.ofNanos(statistics.histogram.getValueAtPercentile(percentile));
  }
}
