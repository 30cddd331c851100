package dev.lapak.edge;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.platform.error.HangUps;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.trace.Trace;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers whatever fails before or beside an operation as a GraphQL error with a code. */
@Component
@Order(-2) // before Spring Boot's own
final class Refusals implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final MediaType GRAPHQL_RESPONSE =
      MediaType.parseMediaType("application/graphql-response+json");

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      // Too late for words: the broken-off answer says it.
      return Mono.error(failure);
    }
    if (HangUps.is(failure)) {
      return Mono.empty();
    }
    Trace trace = Trace.of(exchange);
    Refusal refusal = refusal(failure, trace);
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of("errors", List.of(refusal.error(trace.id()).toSpecification())));
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(accepted(exchange));
    headers.setContentLength(body.length);
    headers.setCacheControl("no-store");
    switch (refusal.status()) {
      case UNAUTHORIZED ->
          headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      case SERVICE_UNAVAILABLE -> headers.set(HttpHeaders.RETRY_AFTER, "1");
      default -> {}
    }
    response.setStatusCode(refusal.status());
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  private static Refusal refusal(Throwable failure, Trace trace) {
    return switch (failure) {
      case RefusedException refused -> refused.refusal();
      case ReadTimeoutException slow ->
          new Refusal(RequestErrorCode.BAD_REQUEST, "The rest of the request did not come.");
      case ResponseStatusException web when web.getStatusCode().is4xxClientError() -> refusal(web);
      default -> {
        trace.log(() -> log.error("Unexpected failure", failure));
        yield Refusal.internal();
      }
    };
  }

  private static Refusal refusal(ResponseStatusException failure) {
    return switch (HttpStatus.resolve(failure.getStatusCode().value())) {
      case NOT_FOUND -> new Refusal(RequestErrorCode.NOT_FOUND, "There is nothing here.");
      case METHOD_NOT_ALLOWED ->
          new Refusal(RequestErrorCode.METHOD_NOT_ALLOWED, "This path has no such method.");
      case null, default -> new Refusal(RequestErrorCode.BAD_REQUEST, "The request can't be read.");
    };
  }

  private static MediaType accepted(ServerWebExchange exchange) {
    String accept = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(GRAPHQL_RESPONSE.toString())
        ? GRAPHQL_RESPONSE
        : MediaType.APPLICATION_JSON;
  }
}
