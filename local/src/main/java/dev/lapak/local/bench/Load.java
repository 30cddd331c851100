package dev.lapak.local.bench;

import dev.lapak.inventory.reservation.ReservationRequest;
import dev.lapak.inventory.reservation.Reservations;
import dev.lapak.inventory.reservation.ReserveCall;
import dev.lapak.platform.outcome.Outcome;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Callers who each ask again as soon as they were answered. */
final class Load {

  static final String SERVICE = "service";
  static final String PORT = "port";

  private static final String DOCUMENT =
      "mutation ($input: ReserveStockInput!) { reserveStock(input: $input) {"
          + " reservations { id status expiresAt } errors { code } } }";

  private final String through;
  private final Supplier<Mono<Boolean>> call;

  private Load(String through, Supplier<Mono<Boolean>> call) {
    this.through = through;
    this.call = call;
  }

  /** In this JVM: batching, Java and SQL, without HTTP and GraphQL. */
  static Load ofService(Reservations reservations, List<UUID> products) {
    return new Load(
        SERVICE,
        () ->
            reservations
                .reserve(
                    new ReserveCall(
                        List.of(
                            new ReservationRequest(newId(), inAnHour(), Map.of(any(products), 1)))))
                .map(Outcome.Done.class::isInstance));
  }

  /** As orders asks, at the instance's own port; the callers need CPU too. */
  static Load ofPort(int port, String proof, List<UUID> products) {
    WebClient web =
        WebClient.builder()
            .baseUrl("http://127.0.0.1:" + port + "/graphql")
            .defaultHeader("lapak-caller", proof)
            .clientConnector(
                new ReactorClientHttpConnector(
                    HttpClient.create(
                        ConnectionProvider.builder("bench").maxConnections(256).build())))
            .build();
    return new Load(
        PORT,
        () ->
            web.post()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(any(products)))
                .retrieve()
                .bodyToMono(String.class)
                .map(answer -> answer.contains("\"status\":\"ACTIVE\"")));
  }

  private static String body(UUID product) {
    return """
        {"query":"%s","variables":{"input":{"reservations":[{"id":"%s","expiresAt":"%s",\
        "lines":[{"productId":"%s","quantity":1}]}]}}}"""
        .formatted(DOCUMENT, newId(), inAnHour(), product);
  }

  String through() {
    return through;
  }

  Sample run(int callers, Duration duration) {
    Times times = new Times();
    long begin = System.nanoTime();
    long end = begin + duration.toNanos();
    Flux.range(0, callers)
        .flatMap(
            caller -> Mono.defer(() -> timed(times)).repeat(() -> System.nanoTime() < end).then(),
            callers)
        .blockLast();
    return new Sample(times.take(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private Mono<Boolean> timed(Times times) {
    long begin = System.nanoTime();
    return call.get()
        .doOnNext(
            done -> {
              if (!done) {
                throw new IllegalStateException("refused, with plenty in stock");
              }
              times.add(System.nanoTime() - begin);
            });
  }

  private static UUID any(List<UUID> products) {
    return products.get(ThreadLocalRandom.current().nextInt(products.size()));
  }

  private static UUID newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static OffsetDateTime inAnHour() {
    return OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).truncatedTo(ChronoUnit.MICROS);
  }
}
