package dev.lapak.platform.trace;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets whatever a request leads to know its trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Trace trace = Trace.of(exchange);
    return chain.filter(exchange).contextWrite(context -> context.put(Trace.KEY, trace));
  }
}
