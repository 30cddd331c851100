package dev.lapak.edge.visitor;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The W3C trace that a request belongs to: the client's, or one that begins here.
 *
 * @param parent the header {@code traceparent}
 * @param state the header {@code tracestate}, if any
 */
public record Trace(String parent, @Nullable String state) {

  public static final String PARENT = "traceparent";
  public static final String STATE = "tracestate";

  private static final String KEY = Trace.class.getName();
  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int MAX_STATE = 512;
  private static final HexFormat HEX = HexFormat.of();

  /** The trace of a request; the same whenever it is asked for. */
  public static Trace of(ServerWebExchange exchange) {
    if (exchange.getAttribute(KEY) instanceof Trace known) {
      return known;
    }
    Trace trace = of(exchange.getRequest().getHeaders());
    exchange.getAttributes().put(KEY, trace);
    return trace;
  }

  /** A new one. */
  public static Trace begin() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new Trace(
        "00-"
            + HEX.toHexDigits(random.nextLong(1, Long.MAX_VALUE))
            + HEX.toHexDigits(random.nextLong())
            + "-"
            + HEX.toHexDigits(random.nextLong(1, Long.MAX_VALUE))
            + "-00",
        null);
  }

  /** What finds the request in the logs of all services. */
  public String id() {
    return parent.substring(3, 35);
  }

  private static Trace of(HttpHeaders headers) {
    String parent = headers.getFirst(PARENT);
    if (parent == null || !VALID.matcher(parent).matches()) {
      return begin();
    }
    String state = headers.getFirst(STATE);
    return new Trace(parent, state == null || state.length() > MAX_STATE ? null : state);
  }
}
