package dev.lapak.edge.subscription;

import static dev.lapak.platform.error.RequestErrorCode.SUBGRAPH_UNAVAILABLE;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.error.Unsent;
import dev.lapak.edge.plan.Query;
import dev.lapak.edge.subgraph.Subgraphs;
import dev.lapak.edge.visitor.Visitor;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.trace.Trace;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Opens subscriptions at subgraphs, over server-sent events. */
final class SubgraphStreams {

  private static final Logger log = LoggerFactory.getLogger(SubgraphStreams.class);
  private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
      new ParameterizedTypeReference<>() {};
  private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};

  private final WebClient client;
  private final Subgraphs subgraphs;
  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  SubgraphStreams(WebClient client, Subgraphs subgraphs) {
    this.client = client.mutate().defaultHeader(Caller.HEADER, subgraphs.proof()).build();
    this.subgraphs = subgraphs;
  }

  /** The events, each as the subgraph says it; breaking off is an error, not an end. */
  Flux<LiveAnswer> open(String subgraph, Query query, Visitor visitor, Beginning beginning) {
    return client
        .post()
        .uri(subgraphs.endpoint(subgraph))
        .headers(headers -> describe(headers, visitor))
        .contentType(MediaType.APPLICATION_JSON)
        .accept(MediaType.TEXT_EVENT_STREAM)
        .bodyValue(query.toJson())
        .exchangeToFlux(response -> events(response, subgraph, visitor.trace(), beginning))
        .onErrorMap(WebClientRequestException.class, NestedExceptionUtils::getMostSpecificCause)
        .retryWhen(Unsent.again())
        .concatWith(Flux.error(() -> broken(subgraph, "ended without complete", visitor.trace())))
        .takeUntil(event -> "complete".equals(event.event()))
        .filter(event -> "next".equals(event.event()))
        .map(
            event ->
                Answers.event(
                    json.readValue(Objects.requireNonNull(event.data()), ANSWER), visitor.trace()))
        .onErrorMap(
            failure ->
                isOurs(failure) ? failure : broken(subgraph, failure.toString(), visitor.trace()));
  }

  private Flux<ServerSentEvent<String>> events(
      ClientResponse response, String subgraph, Trace trace, Beginning beginning) {
    if (response.statusCode().isSameCodeAs(HttpStatus.OK)
        && response
            .headers()
            .contentType()
            .filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
            .isPresent()) {
      // It answers when it has begun to follow what happens.
      beginning.begin();
      return response.bodyToFlux(EVENT);
    }
    if (response.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
      // The token ended on its way.
      return response
          .bodyToMono(String.class)
          .map(body -> ServerSentEvent.builder(body).event("next").build())
          .flux();
    }
    return response
        .releaseBody()
        .thenMany(Flux.error(() -> broken(subgraph, "status " + response.statusCode(), trace)));
  }

  private static void describe(HttpHeaders headers, Visitor visitor) {
    headers.set(Trace.PARENT, visitor.trace().parent());
    if (visitor.authorization() != null) {
      headers.set(HttpHeaders.AUTHORIZATION, visitor.authorization());
    }
  }

  private static boolean isOurs(Throwable failure) {
    return failure instanceof RefusedException || failure instanceof SubscriptionPublisherException;
  }

  private static RefusedException broken(String subgraph, String reason, Trace trace) {
    trace.log(() -> log.warn("A stream of {} broke off: {}", subgraph, reason));
    return new Refusal(
            SUBGRAPH_UNAVAILABLE, "The events broke off: subscribe again after the last cursor.")
        .exception();
  }
}
