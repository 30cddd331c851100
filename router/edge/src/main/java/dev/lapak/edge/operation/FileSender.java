package dev.lapak.edge.operation;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.SUBGRAPH_UNAVAILABLE;
import static dev.lapak.platform.error.RequestErrorCode.TRY_AGAIN;
import static dev.lapak.platform.error.RequestErrorCode.UNAUTHENTICATED;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.operation.Forms.BrokenForm;
import dev.lapak.edge.subgraph.Subgraphs;
import dev.lapak.edge.visitor.Visitor;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.trace.Trace;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a file of a multipart request to the subgraph that takes files, a piece at a time. What
 * that says of it is the value of its variable: the file's id, or why it was not taken.
 */
final class FileSender {

  private static final Logger log = LoggerFactory.getLogger(FileSender.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};

  private final HttpClient client;
  private final URI url;

  FileSender(HttpClient client, Subgraphs subgraphs, FormProperties properties) {
    this.client =
        client
            .responseTimeout(properties.timeout())
            .headers(
                headers ->
                    headers
                        .set(Caller.HEADER, subgraphs.proof())
                        .set(HttpHeaderNames.CONTENT_TYPE, "application/octet-stream"));
    this.url = subgraphs.at(properties.subgraph(), "/files/uploads");
  }

  Mono<Object> send(Flux<ByteBuf> file, Visitor visitor) {
    return client
        .headers(headers -> describe(headers, visitor))
        .post()
        .uri(url)
        .send((sent, out) -> out.send(file, piece -> true))
        .responseSingle(
            (answer, body) ->
                body.asByteArray()
                    .defaultIfEmpty(new byte[0])
                    .map(bytes -> value(answer.status().code(), bytes)))
        .onErrorMap(FileSender::refused);
  }

  private static void describe(HttpHeaders headers, Visitor visitor) {
    headers.set(Trace.PARENT, visitor.trace().parent());
    if (visitor.authorization() != null) {
      headers.set(HttpHeaderNames.AUTHORIZATION, visitor.authorization());
    }
  }

  private static Object value(int status, byte[] body) {
    return switch (status) {
      case 201, 400, 413, 415, 422, 429 -> read(body);
      case 401 -> throw RefusedException.of(UNAUTHENTICATED, "Log in to send files.");
      case 408 -> throw RefusedException.of(BAD_REQUEST, "The rest of the request did not come.");
      case 503 ->
          throw RefusedException.of(TRY_AGAIN, "Too many files are coming at once. Try again.");
      default -> throw unavailable("status " + status);
    };
  }

  private static Object read(byte[] body) {
    try {
      return JSON.readValue(body, ANSWER);
    } catch (JacksonException e) {
      throw unavailable(e.toString());
    }
  }

  private static Throwable refused(Throwable failure) {
    return failure instanceof RefusedException || failure instanceof BrokenForm
        ? failure
        : unavailable(failure.toString());
  }

  private static RefusedException unavailable(String why) {
    log.warn("Files can't be sent: {}", why);
    return RefusedException.of(SUBGRAPH_UNAVAILABLE, "Files can't be taken right now.");
  }
}
