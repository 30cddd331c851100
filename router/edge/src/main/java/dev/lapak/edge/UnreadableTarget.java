package dev.lapak.edge;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;

import dev.lapak.edge.error.Refusal;
import dev.lapak.platform.trace.Trace;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** A request whose path is no URI: Spring answers it before anything of ours is asked. */
final class UnreadableTarget {

  private static final JsonMapper JSON = JsonMapper.shared();

  private UnreadableTarget() {}

  /** Refuses it with a code, like everything else that is wrong. */
  static Mono<Void> refuse(Mono<Void> handled, Connection connection) {
    return connection instanceof HttpServerRequest request
            && connection instanceof HttpServerResponse response
            && !isReadable(request.uri())
        ? refuse(response)
        : handled;
  }

  private static Mono<Void> refuse(HttpServerResponse response) {
    Refusal refusal = new Refusal(BAD_REQUEST, "The path can't be read.");
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of("errors", List.of(refusal.error(Trace.begin().id()).toSpecification())));
    return response
        .status(HttpResponseStatus.BAD_REQUEST)
        .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length))
        .sendByteArray(Mono.just(body))
        .then();
  }

  private static boolean isReadable(String target) {
    try {
      // As Spring reads it, behind the host.
      return new URI("http://x" + target).isAbsolute();
    } catch (URISyntaxException e) {
      return target.startsWith("http");
    }
  }
}
