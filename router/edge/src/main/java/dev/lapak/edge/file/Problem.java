package dev.lapak.edge.file;

import dev.lapak.edge.error.Refusal;
import dev.lapak.platform.error.RequestErrorCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What goes wrong with files, in the form that their subgraph says it. */
record Problem(HttpStatus status, String code, String message) {

  private static final JsonMapper JSON = JsonMapper.shared();

  private record Body(String code, String message) {}

  static Problem of(Refusal refusal) {
    return new Problem(
        refusal.status(),
        refusal.code() == RequestErrorCode.REQUEST_TOO_LARGE
            ? "FILE_TOO_LARGE"
            : refusal.code().name(),
        refusal.message());
  }

  Mono<Void> write(ServerHttpResponse response) {
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    return response.writeWith(
        Mono.fromSupplier(
            () -> response.bufferFactory().wrap(JSON.writeValueAsBytes(new Body(code, message)))));
  }
}
