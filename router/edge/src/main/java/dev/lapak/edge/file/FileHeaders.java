package dev.lapak.edge.file;

import dev.lapak.platform.trace.Trace;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What passes beside a file's bytes; whatever else either side says does not. */
final class FileHeaders {

  private static final List<String> ASKED =
      List.of(
          HttpHeaders.ACCEPT,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.IF_NONE_MATCH,
          HttpHeaders.IF_MODIFIED_SINCE,
          HttpHeaders.RANGE);

  private static final List<String> ANSWERED =
      List.of(
          HttpHeaders.ACCEPT_RANGES,
          HttpHeaders.ALLOW,
          HttpHeaders.CACHE_CONTROL,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.CONTENT_RANGE,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.ETAG,
          HttpHeaders.LAST_MODIFIED,
          HttpHeaders.RETRY_AFTER);

  private static final String POLICY = "Content-Security-Policy";

  /** What somebody uploaded runs nothing, whatever it turns out to be. */
  private static final String NOTHING_RUNS = "sandbox; default-src 'none'";

  private FileHeaders() {}

  static void ask(ServerWebExchange exchange, io.netty.handler.codec.http.HttpHeaders to) {
    HttpHeaders from = exchange.getRequest().getHeaders();
    for (String name : ASKED) {
      String value = from.getFirst(name);
      if (value != null) {
        to.set(name, value);
      }
    }
    to.set(Trace.PARENT, Trace.of(exchange).parent());
  }

  static void answer(io.netty.handler.codec.http.HttpHeaders from, HttpHeaders to) {
    for (String name : ANSWERED) {
      String value = from.get(name);
      if (value != null) {
        to.set(name, value);
      }
    }
    String policy = from.get(POLICY);
    to.set(POLICY, policy == null ? NOTHING_RUNS : policy);
  }
}
