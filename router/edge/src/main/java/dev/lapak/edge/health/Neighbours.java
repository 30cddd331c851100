package dev.lapak.edge.health;

import dev.lapak.edge.router.Router;
import dev.lapak.edge.subgraph.Subgraphs;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Asks router and subgraphs how they are, at most once a second however often it is asked. */
final class Neighbours {

  private static final Duration AGE = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final String READINESS = "/actuator/health/readiness";

  /**
   * @param subgraphs whether each is ready, by name
   */
  record State(boolean router, Map<String, Boolean> subgraphs) {

    State {
      subgraphs = Map.copyOf(subgraphs);
    }
  }

  private final HttpClient client;
  private final Mono<State> state;

  Neighbours(HttpClient client, Router router, Subgraphs subgraphs) {
    this.client = client.responseTimeout(TIMEOUT);
    Mono<Map<String, Boolean>> ready =
        Flux.fromIterable(subgraphs.names())
            .flatMap(name -> isOk(subgraphs.at(name, READINESS)).map(is -> Map.entry(name, is)))
            .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    this.state = Mono.zip(router.answers(TIMEOUT), ready, State::new).cache(AGE);
  }

  Mono<State> state() {
    return state;
  }

  private Mono<Boolean> isOk(URI url) {
    return client
        .get()
        .uri(url)
        .response()
        .map(answer -> answer.status().code() == 200)
        .timeout(TIMEOUT)
        .onErrorReturn(false);
  }

  /** In the order of their names. */
  static Map<String, String> words(Map<String, Boolean> states) {
    Map<String, String> words = new TreeMap<>();
    states.forEach((name, up) -> words.put(name, word(up)));
    return words;
  }

  static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
