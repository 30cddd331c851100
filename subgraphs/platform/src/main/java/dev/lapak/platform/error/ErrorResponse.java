package dev.lapak.platform.error;

import dev.lapak.platform.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A GraphQL answer to a request that never became an operation. */
public final class ErrorResponse {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ErrorResponse() {}

  /** Writes {@code {"errors":[{"message":…,"extensions":{"code":…,"traceId":…}}]}}. */
  public static Mono<Void> write(
      ServerWebExchange exchange, HttpStatus status, RequestErrorCode code, String message) {
    String body =
        JSON.writeValueAsString(
            Map.of(
                "errors",
                List.of(
                    Map.of(
                        "message",
                        message,
                        "extensions",
                        Map.of("code", code.name(), Trace.ID, Trace.of(exchange).id())))));
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    return response.writeWith(
        Mono.fromSupplier(
            () -> response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
  }
}
