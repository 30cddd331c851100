package dev.lapak.platform.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Signal;

/**
 * The W3C trace that a request belongs to: the caller's, or one that begins here.
 *
 * @param parent the header {@code traceparent}
 * @param state the header {@code tracestate}, if any
 */
public record Trace(String parent, @Nullable String state) {

  public static final String PARENT = "traceparent";
  public static final String STATE = "tracestate";

  /** The key in the attributes of a request, in Reactor's context and in the GraphQL context. */
  public static final String KEY = Trace.class.getName();

  /** The name of {@link #id} in the extensions of errors, and in logs: {@code %X{traceId}}. */
  public static final String ID = "traceId";

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

  /** Writes log lines about a failure under its request's trace: {@code doOnEach(onError(…))}. */
  public static <T> Consumer<Signal<T>> onError(Consumer<Throwable> lines) {
    return signal -> {
      Throwable failure = signal.getThrowable();
      if (failure == null) {
        return;
      }
      if (signal.getContextView().getOrDefault(KEY, null) instanceof Trace trace) {
        trace.log(() -> lines.accept(failure));
      } else {
        lines.accept(failure);
      }
    };
  }

  /** What finds the request in the logs of all services. */
  public String id() {
    return parent.substring(3, 35);
  }

  /** Writes log lines under this trace. */
  public void log(Runnable lines) {
    try (MDC.MDCCloseable traced = MDC.putCloseable(ID, id())) {
      lines.run();
    }
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
