package dev.lapak.edge.health;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import dev.lapak.edge.health.Neighbours.State;
import dev.lapak.edge.router.Router;
import dev.lapak.edge.subgraph.Subgraphs;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * {@code /health} for everyone, and the same for the probes of the management port. The edge is
 * ready when the router answers; a subgraph that sleeps leaves the rest of an answer standing.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Subgraphs.class)
class HealthConfiguration {

  @Bean
  Neighbours neighbours(HttpClient client, Router router, Subgraphs subgraphs) {
    return new Neighbours(client, router, subgraphs);
  }

  /** The part {@code router} of the readiness probe. */
  @Bean
  ReactiveHealthIndicator routerHealthIndicator(Neighbours neighbours) {
    return () ->
        neighbours
            .state()
            .map(
                state ->
                    (state.router() ? Health.up() : Health.down())
                        .withDetails(Map.copyOf(Neighbours.words(state.subgraphs())))
                        .build());
  }

  @Bean
  RouterFunction<ServerResponse> health(Neighbours neighbours) {
    return RouterFunctions.route(
            GET("/health").or(GET("/health/ready")),
            request -> neighbours.state().flatMap(HealthConfiguration::answer))
        .andRoute(
            GET("/health/live"),
            request ->
                ServerResponse.ok()
                    .cacheControl(CacheControl.noStore())
                    .bodyValue(Map.of("status", "UP")));
  }

  private static Mono<ServerResponse> answer(State state) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", Neighbours.word(state.router()));
    body.put("router", Neighbours.word(state.router()));
    body.put("subgraphs", Neighbours.words(state.subgraphs()));
    return ServerResponse.status(state.router() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .cacheControl(CacheControl.noStore())
        .bodyValue(body);
  }
}
