package dev.lapak.edge.webhook;

import static dev.lapak.platform.error.RequestErrorCode.METHOD_NOT_ALLOWED;
import static dev.lapak.platform.error.RequestErrorCode.NOT_FOUND;
import static dev.lapak.platform.error.RequestErrorCode.REQUEST_TOO_LARGE;
import static dev.lapak.platform.error.RequestErrorCode.SUBGRAPH_UNAVAILABLE;
import static dev.lapak.platform.error.RequestErrorCode.TIMEOUT;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.error.Unsent;
import dev.lapak.edge.subgraph.Subgraphs;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.trace.Trace;
import io.netty.buffer.Unpooled;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Passes a notification on whole, byte by byte, since its signature is about them; and of the
 * answer its status alone, which is all that the sender goes by. Who sent it is for the subgraph to
 * find out.
 */
final class Webhooks implements WebHandler {

  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
  private static final String PREFIX = "/webhooks/";

  private final HttpClient client;
  private final Map<String, URI> places;
  private final int maxSize;

  Webhooks(HttpClient client, Subgraphs subgraphs, WebhookProperties properties) {
    this.client =
        client
            .responseTimeout(properties.timeout())
            .headers(headers -> headers.set(Caller.HEADER, subgraphs.proof()));
    this.places =
        properties.subgraphs().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> PREFIX + entry.getKey(),
                    entry -> subgraphs.at(entry.getValue(), PREFIX + entry.getKey())));
    this.maxSize = (int) properties.maxSize().toBytes();
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    URI place = places.get(request.getPath().pathWithinApplication().value());
    if (place == null) {
      throw RefusedException.of(NOT_FOUND, "There is nothing here.");
    }
    if (!request.getMethod().equals(HttpMethod.POST)) {
      exchange.getResponse().getHeaders().set(HttpHeaders.ALLOW, "POST");
      throw RefusedException.of(METHOD_NOT_ALLOWED, "Notifications come with POST.");
    }
    return DataBufferUtils.join(request.getBody(), maxSize)
        .map(Webhooks::bytes)
        .defaultIfEmpty(new byte[0])
        .onErrorMap(
            DataBufferLimitException.class,
            large ->
                new Refusal(
                        REQUEST_TOO_LARGE,
                        "A notification has at most %,d bytes.".formatted(maxSize))
                    .exception(large))
        .flatMap(body -> pass(body, place, exchange));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private Mono<Void> pass(byte[] body, URI place, ServerWebExchange exchange) {
    return client
        .headers(
            headers -> {
              headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM_VALUE);
              headers.set(Trace.PARENT, Trace.of(exchange).parent());
            })
        .post()
        .uri(place)
        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
        .response()
        .onErrorMap(Webhooks::refused)
        .flatMap(
            answer -> {
              exchange.getResponse().setRawStatusCode(answer.status().code());
              return exchange.getResponse().setComplete();
            });
  }

  private static Throwable refused(Throwable failure) {
    if (failure instanceof ReadTimeoutException) {
      return new Refusal(TIMEOUT, "The notification takes too long.").exception(failure);
    }
    if (failure instanceof IOException || Unsent.is(failure)) {
      log.warn("A notification can't be passed on: {}", failure.toString());
      return new Refusal(SUBGRAPH_UNAVAILABLE, "Say it again later.").exception(failure);
    }
    return failure;
  }
}
