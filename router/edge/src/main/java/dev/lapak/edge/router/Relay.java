package dev.lapak.edge.router;

import static dev.lapak.platform.error.RequestErrorCode.ROUTER_UNAVAILABLE;

import dev.lapak.edge.error.RefusedException;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/** Carries the router's answer to the client. */
final class Relay {

  private static final Logger log = LoggerFactory.getLogger(Relay.class);

  /** Up to here an answer goes out in one write, which is cheaper than two. */
  private static final long SMALL = 64 * 1024;

  private static final List<String> HEADERS =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.CACHE_CONTROL,
          HttpHeaders.RETRY_AFTER);

  private Relay() {}

  static Mono<Void> relay(HttpClientResponse answer, ByteBufFlux content, ServerHttpResponse out) {
    ByteBufFlux json = requireJson(answer, content);
    out.setRawStatusCode(answer.status().code());
    HttpHeaders headers = out.getHeaders();
    for (String name : HEADERS) {
      String value = answer.responseHeaders().get(name);
      if (value != null) {
        headers.set(name, value);
      }
    }
    NettyDataBufferFactory buffers = (NettyDataBufferFactory) out.bufferFactory();
    long length = headers.getContentLength();
    return length >= 0 && length <= SMALL
        ? out.writeWith(json.aggregate().retain().map(buffers::wrap))
        : out.writeWith(json.retain().map(buffers::wrap));
  }

  /** What is no JSON is no router's answer to a client. */
  static ByteBufFlux requireJson(HttpClientResponse answer, ByteBufFlux content) {
    String type = answer.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE);
    if (isJson(type)) {
      return content;
    }
    log.warn("The router answers {} with {}", answer.status(), type);
    throw RefusedException.of(ROUTER_UNAVAILABLE, "The service is not available right now.");
  }

  private static boolean isJson(@Nullable String type) {
    return type != null
        && (type.startsWith("application/json")
            || type.startsWith("application/graphql-response+json"));
  }
}
