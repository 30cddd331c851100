package dev.lapak.edge.router;

import static dev.lapak.platform.error.RequestErrorCode.BUSY;
import static dev.lapak.platform.error.RequestErrorCode.ROUTER_UNAVAILABLE;
import static dev.lapak.platform.error.RequestErrorCode.TIMEOUT;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.error.Unsent;
import dev.lapak.edge.visitor.Visitor;
import dev.lapak.platform.trace.Trace;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClient.ResponseReceiver;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The router, which plans and runs queries and mutations. */
public final class Router {

  private static final Logger log = LoggerFactory.getLogger(Router.class);
  private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};
  private static final String JSON = "application/json";

  private static final byte[] ANYTHING = "{\"query\":\"{__typename}\"}".getBytes(UTF_8);

  private final HttpClient client;
  private final String url;
  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  Router(HttpClient client, RouterProperties properties) {
    this.client =
        client
            .responseTimeout(properties.timeout())
            .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, JSON));
    this.url = properties.url().toString();
  }

  /**
   * Passes a request on and its answer back, byte by byte but for a refusal.
   *
   * @param accept the content type that the client wants
   */
  public Mono<Void> pass(byte[] request, Visitor visitor, String accept, ServerHttpResponse out) {
    return send(request, visitor, accept)
        .response((answer, content) -> Relay.relay(answer, content, accept, out, visitor.trace()))
        .as(flux -> patiently(flux, visitor.trace()))
        .then();
  }

  /** Asks on a visitor's behalf and reads the answer. */
  public Mono<Map<String, Object>> ask(byte[] request, Visitor visitor) {
    return send(request, visitor, JSON)
        .response(
            (answer, content) ->
                Relay.requireJson(answer, content, visitor.trace()).aggregate().asByteArray())
        .as(flux -> patiently(flux, visitor.trace()))
        .next()
        .map(body -> json.readValue(body, ANSWER));
  }

  /** Whether it answers at all. */
  public Mono<Boolean> answers(Duration within) {
    return send(ANYTHING, Visitor.nobody(Trace.begin()), JSON)
        .responseSingle((answer, content) -> Mono.just(answer.status().code() == 200))
        .timeout(within)
        .onErrorReturn(false);
  }

  private ResponseReceiver<?> send(byte[] request, Visitor visitor, String accept) {
    return client
        .headers(headers -> describe(headers, visitor, accept))
        .post()
        .uri(url)
        .send(Mono.<ByteBuf>fromSupplier(() -> Unpooled.wrappedBuffer(request)));
  }

  /** All that the router learns; whatever else the client said stays at the door. */
  private static void describe(HttpHeaders headers, Visitor visitor, String accept) {
    headers.set(HttpHeaderNames.ACCEPT, accept);
    headers.set(Trace.PARENT, visitor.trace().parent());
    if (visitor.trace().state() != null) {
      headers.set(Trace.STATE, visitor.trace().state());
    }
    if (visitor.authorization() != null) {
      headers.set(HttpHeaderNames.AUTHORIZATION, visitor.authorization());
    }
  }

  private static <T> Flux<T> patiently(Flux<T> answer, Trace trace) {
    return answer.retryWhen(Unsent.again()).onErrorMap(failure -> refused(failure, trace));
  }

  private static Throwable refused(Throwable failure, Trace trace) {
    return switch (failure) {
      case RefusedException refused -> refused;
      case ReadTimeoutException slow ->
          new Refusal(TIMEOUT, "The answer takes too long.").exception(slow);
      // No connection was free for too long, or too many wait for one.
      case TimeoutException full -> busy(full);
      case PoolAcquirePendingLimitException full -> busy(full);
      default -> {
        trace.log(() -> log.warn("The router does not answer: {}", failure.toString()));
        yield new Refusal(ROUTER_UNAVAILABLE, "The service is not available right now.")
            .exception(failure);
      }
    };
  }

  private static Throwable busy(Throwable full) {
    return new Refusal(BUSY, "Too much is asked for at once: try again in a second.")
        .exception(full);
  }
}
