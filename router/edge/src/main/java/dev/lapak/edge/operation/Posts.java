package dev.lapak.edge.operation;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.REQUEST_TOO_LARGE;
import static dev.lapak.platform.error.RequestErrorCode.UNSUPPORTED_MEDIA_TYPE;

import dev.lapak.edge.document.Documents;
import dev.lapak.edge.document.Operation;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.router.Router;
import dev.lapak.edge.socket.EventStreams;
import dev.lapak.edge.visitor.Tokens;
import dev.lapak.edge.visitor.Visitor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Operations by POST: checked, then passed on as they came. */
public final class Posts {

  private static final String JSON = "application/json";
  private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";
  private static final String EVENT_STREAM = "text/event-stream";

  private final Tokens tokens;
  private final Documents documents;
  private final Forms forms;
  private final Router router;
  private final EventStreams streams;
  private final int maxBody;

  Posts(
      Tokens tokens,
      Documents documents,
      Forms forms,
      Router router,
      EventStreams streams,
      int maxBody) {
    this.tokens = tokens;
    this.documents = documents;
    this.forms = forms;
    this.router = router;
    this.streams = streams;
    this.maxBody = maxBody;
  }

  public Mono<Void> handle(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    if (Forms.isForm(headers)) {
      requireUnencoded(headers);
      forms.require(headers);
      return tokens
          .visitor(exchange)
          .onErrorResume(refusal -> forms.refuse(exchange.getRequest(), refusal))
          .flatMap(visitor -> runForm(exchange, visitor));
    }
    requireJson(headers);
    if (headers.getContentLength() > maxBody) {
      throw tooLarge();
    }
    return tokens
        .visitor(exchange)
        .flatMap(visitor -> body(exchange).flatMap(body -> run(exchange, visitor, body)));
  }

  private Mono<Void> runForm(ServerWebExchange exchange, Visitor visitor) {
    String type = type(accept(exchange.getRequest().getHeaders()));
    return forms
        .read(exchange.getRequest(), visitor)
        .flatMap(body -> router.pass(body, visitor, type, exchange.getResponse()));
  }

  private Mono<Void> run(ServerWebExchange exchange, Visitor visitor, byte[] body) {
    Envelope envelope = Envelope.read(body);
    Operation operation = documents.operation(envelope.query(), envelope.operationName());
    if (!operation.variables().isEmpty()) {
      operation.variables().require(Envelope.variables(body));
    }
    String accept = accept(exchange.getRequest().getHeaders());
    boolean stream = accept.contains(EVENT_STREAM);
    if (stream && (operation.isSubscription() || !takesJson(accept))) {
      return streams.open(exchange, visitor, body);
    }
    if (operation.isSubscription()) {
      throw RefusedException.of(
          BAD_REQUEST,
          "Subscriptions go over WebSocket (graphql-transport-ws), or accept text/event-stream.");
    }
    return router.pass(body, visitor, type(accept), exchange.getResponse());
  }

  private Mono<byte[]> body(ServerWebExchange exchange) {
    return DataBufferUtils.join(exchange.getRequest().getBody(), maxBody)
        .map(Posts::bytes)
        .onErrorMap(DataBufferLimitException.class, e -> tooLarge())
        .switchIfEmpty(Mono.error(() -> RefusedException.of(BAD_REQUEST, "There is no body.")));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  /** Other types may be sent by any page without asking first, so they are refused. */
  private static void requireJson(HttpHeaders headers) {
    if (!isJson(headers.getFirst(HttpHeaders.CONTENT_TYPE))) {
      throw RefusedException.of(
          UNSUPPORTED_MEDIA_TYPE,
          "The content type must be application/json, or multipart/form-data with files.");
    }
    requireUnencoded(headers);
  }

  private static void requireUnencoded(HttpHeaders headers) {
    String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw RefusedException.of(UNSUPPORTED_MEDIA_TYPE, "Encoded bodies are not taken.");
    }
  }

  private static boolean isJson(@Nullable String type) {
    return type != null
        && type.regionMatches(true, 0, JSON, 0, JSON.length())
        && (type.length() == JSON.length() || " ;".indexOf(type.charAt(JSON.length())) >= 0);
  }

  private static String accept(HttpHeaders headers) {
    String accept = headers.getFirst(HttpHeaders.ACCEPT);
    return accept == null ? "" : accept.toLowerCase(Locale.ROOT);
  }

  /** Of a single answer. */
  private static String type(String accept) {
    return accept.contains(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : JSON;
  }

  private static boolean takesJson(String accept) {
    return accept.contains(JSON) || accept.contains(GRAPHQL_RESPONSE) || accept.contains("*/*");
  }

  private RefusedException tooLarge() {
    return RefusedException.of(
        REQUEST_TOO_LARGE, "The body is larger than %,d bytes.".formatted(maxBody));
  }
}
