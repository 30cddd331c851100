package dev.lapak.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TraceTests {

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void a_trace_goes_on() {
    Trace trace = of(PARENT);
    assertThat(trace).isEqualTo(new Trace(PARENT, "a=b"));
    assertThat(trace.id()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        PARENT + "\n"
      })
  void what_is_none_begins_anew(String parent) {
    Trace trace = of(parent);
    assertThat(trace.parent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    assertThat(trace.id()).isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(trace.state()).isNull();
  }

  @Test
  void log_lines_of_a_failure_have_it() {
    List<String> seen = new ArrayList<>();
    StepVerifier.create(
            Mono.error(new IllegalStateException("x"))
                .doOnEach(
                    Trace.onError(failure -> seen.add(failure.getMessage() + MDC.get("traceId"))))
                .contextWrite(context -> context.put(Trace.KEY, new Trace(PARENT, null))))
        .verifyError();
    assertThat(seen).containsExactly("x0af7651916cd43dd8448eb211c80319c");
    assertThat(MDC.get("traceId")).isNull();
  }

  private static Trace of(String parent) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.get("/")
                .header("traceparent", parent)
                .header("tracestate", "a=b"));
    Trace trace = Trace.of(exchange);
    assertThat(Trace.of(exchange)).isSameAs(trace);
    return trace;
  }
}
