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

/** The answer to a request that never became an operation, or is for a file. */
public final class ErrorResponse {

  private static final String FILES = "/files/";

  private static final JsonMapper JSON = JsonMapper.shared();

  private ErrorResponse() {}

  /**
   * Writes {@code {"errors":[{"message":…,"extensions":{"code":…,"traceId":…}}]}}; to who asks for
   * a file, {@code {"code":…,"message":…}}.
   */
  public static Mono<Void> write(
      ServerWebExchange exchange, HttpStatus status, RequestErrorCode code, String message) {
    String body =
        JSON.writeValueAsString(
            isForFile(exchange)
                ? Map.of("code", code.name(), "message", message)
                : Map.of("errors", List.of(error(exchange, code, message))));
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    return response.writeWith(
        Mono.fromSupplier(
            () -> response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static boolean isForFile(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().pathWithinApplication().value().startsWith(FILES);
  }

  private static Map<String, Object> error(
      ServerWebExchange exchange, RequestErrorCode code, String message) {
    return Map.of(
        "message",
        message,
        "extensions",
        Map.of("code", code.name(), Trace.ID, Trace.of(exchange).id()));
  }
}
