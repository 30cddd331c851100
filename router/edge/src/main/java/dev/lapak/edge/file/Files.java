package dev.lapak.edge.file;

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
import dev.lapak.platform.error.HangUps;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Passes files on to their subgraph and back, a piece at a time. */
final class Files implements WebHandler {

  private static final Logger log = LoggerFactory.getLogger(Files.class);

  /** Nothing that could lead out of {@code /files}: the caller's proof goes with it. */
  private static final Pattern SAFE =
      Pattern.compile("/files/([a-z]+)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT");

  private final HttpClient client;
  private final Map<String, Kind> kinds;

  Files(HttpClient client, Subgraphs subgraphs, FileProperties properties) {
    this.client =
        client
            .responseTimeout(properties.timeout())
            .headers(headers -> headers.set(Caller.HEADER, subgraphs.proof()));
    this.kinds =
        properties.kinds().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, kind -> Kind.of(kind.getValue(), subgraphs)));
  }

  /** Where files of one kind are, and how large they may be. */
  private record Kind(URI origin, long maxSize) {

    static Kind of(FileProperties.Kind kind, Subgraphs subgraphs) {
      return new Kind(subgraphs.at(kind.subgraph(), "/"), kind.maxSize().toBytes());
    }
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    return Mono.defer(() -> pass(exchange))
        .onErrorResume(
            RefusedException.class,
            failure ->
                exchange.getResponse().isCommitted()
                    ? Mono.error(failure)
                    : Problem.of(failure.refusal()).write(exchange.getResponse()));
  }

  private Mono<Void> pass(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getPath().pathWithinApplication().value();
    Kind kind = kind(path);
    if (!METHODS.contains(request.getMethod().name())) {
      exchange.getResponse().getHeaders().set(HttpHeaders.ALLOW, "GET, HEAD, PUT");
      throw RefusedException.of(METHOD_NOT_ALLOWED, "Files are read with GET and sent with PUT.");
    }
    if (request.getHeaders().getContentLength() > kind.maxSize()) {
      throw tooLarge();
    }
    String query = request.getURI().getRawQuery();
    return client
        .headers(headers -> FileHeaders.ask(exchange, headers))
        .request(HttpMethod.valueOf(request.getMethod().name()))
        .uri(kind.origin().resolve(query == null ? path : path + "?" + query))
        .send((sent, out) -> out.send(content(request, kind), piece -> true))
        .response((answer, body) -> relay(answer, body, exchange.getResponse()))
        .onErrorMap(Files::refused)
        .then();
  }

  private Kind kind(String path) {
    Matcher matcher = SAFE.matcher(path);
    @Nullable Kind kind = matcher.matches() ? kinds.get(matcher.group(1)) : null;
    if (kind == null) {
      throw RefusedException.of(NOT_FOUND, "There is nothing here.");
    }
    return kind;
  }

  private static Flux<ByteBuf> content(ServerHttpRequest request, Kind kind) {
    AtomicLong size = new AtomicLong();
    return request
        .getBody()
        // Else it looks as if it were the subgraph that does not answer.
        .onErrorMap(HangUps::is, AbortedException::new)
        .map(NettyDataBufferFactory::toByteBuf)
        .doOnNext(
            piece -> {
              if (size.addAndGet(piece.readableBytes()) > kind.maxSize()) {
                piece.release();
                throw tooLarge();
              }
            });
  }

  private static Mono<Void> relay(
      HttpClientResponse answer, ByteBufFlux body, ServerHttpResponse out) {
    out.setRawStatusCode(answer.status().code());
    FileHeaders.answer(answer.responseHeaders(), out.getHeaders());
    NettyDataBufferFactory buffers = (NettyDataBufferFactory) out.bufferFactory();
    return out.writeAndFlushWith(body.retain().map(piece -> Mono.just(buffers.wrap(piece))));
  }

  private static RefusedException tooLarge() {
    return RefusedException.of(
        REQUEST_TOO_LARGE, "The file is larger than maxBytes of its upload.");
  }

  private static Throwable refused(Throwable failure) {
    return switch (failure) {
      case ReadTimeoutException slow ->
          new Refusal(TIMEOUT, "The file takes too long.").exception(slow);
      case IOException down -> unavailable(down);
      default -> Unsent.is(failure) ? unavailable(failure) : failure;
    };
  }

  private static RefusedException unavailable(Throwable down) {
    log.warn("Files can't be reached: {}", down.toString());
    return new Refusal(SUBGRAPH_UNAVAILABLE, "Files are not available right now.").exception(down);
  }
}
