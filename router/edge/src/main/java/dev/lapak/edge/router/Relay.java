package dev.lapak.edge.router;

import static dev.lapak.platform.error.RequestErrorCode.ROUTER_UNAVAILABLE;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.platform.trace.Trace;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/** Carries the router's answer to the client: as it is, unless it is a refusal. */
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

  /**
   * @param accept the type of a refusal, which the router says in JSON whatever was asked for
   */
  static Mono<Void> relay(
      HttpClientResponse answer,
      ByteBufFlux content,
      String accept,
      ServerHttpResponse out,
      Trace trace) {
    ByteBufFlux json = requireJson(answer, content, trace);
    int status = answer.status().code();
    if (status != HttpStatus.OK.value()) {
      return refuse(answer, json, accept, out, trace);
    }
    head(answer, out);
    NettyDataBufferFactory buffers = (NettyDataBufferFactory) out.bufferFactory();
    long length = out.getHeaders().getContentLength();
    return length >= 0 && length <= SMALL
        ? out.writeWith(json.aggregate().retain().map(buffers::wrap))
        : out.writeWith(json.retain().map(buffers::wrap));
  }

  private static Mono<Void> refuse(
      HttpClientResponse answer,
      ByteBufFlux json,
      String accept,
      ServerHttpResponse out,
      Trace trace) {
    Mono<DataBuffer> body =
        json.aggregate()
            .asByteArray()
            .map(bytes -> Refusing.rewrite(bytes, trace).orElseThrow(() -> none(answer, trace)))
            .switchIfEmpty(Mono.error(() -> none(answer, trace)))
            .map(
                bytes -> {
                  head(answer, out);
                  out.getHeaders().set(HttpHeaders.CONTENT_TYPE, accept);
                  out.getHeaders().setContentLength(bytes.length);
                  return out.bufferFactory().wrap(bytes);
                });
    return body.flatMap(bytes -> out.writeWith(Mono.just(bytes)));
  }

  private static void head(HttpClientResponse answer, ServerHttpResponse out) {
    out.setRawStatusCode(answer.status().code());
    for (String name : HEADERS) {
      String value = answer.responseHeaders().get(name);
      if (value != null) {
        out.getHeaders().set(name, value);
      }
    }
  }

  /** What is no JSON is no router's answer to a client. */
  static ByteBufFlux requireJson(HttpClientResponse answer, ByteBufFlux content, Trace trace) {
    if (isJson(answer.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE))) {
      return content;
    }
    throw none(answer, trace);
  }

  private static RefusedException none(HttpClientResponse answer, Trace trace) {
    trace.log(
        () ->
            log.warn(
                "The router answers {} with {} and no reason",
                answer.status(),
                answer.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE)));
    return RefusedException.of(ROUTER_UNAVAILABLE, "The service is not available right now.");
  }

  private static boolean isJson(@Nullable String type) {
    return type != null
        && (type.startsWith("application/json")
            || type.startsWith("application/graphql-response+json"));
  }
}
