package dev.lapak.platform.error;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Clients that hang up, which is no fault of ours. Bodies are read piece by piece: asked for all at
 * once, Reactor Netty tells of a lost connection twice, the second time to nobody, which is logged
 * as an error.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class HangUps implements WebFilter {

  private static final int PIECES = 32;

  /** Whether a request failed for its client has gone: there is nobody to be answered. */
  public static boolean is(Throwable failure) {
    return failure instanceof AbortedException || AbortedException.isConnectionReset(failure);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange.mutate().request(new Piecewise(exchange.getRequest())).build());
  }

  private static final class Piecewise extends ServerHttpRequestDecorator {

    private Piecewise(ServerHttpRequest request) {
      super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
      // What has been read ahead when its reader goes is nobody's else.
      return super.getBody()
          .limitRate(PIECES)
          .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }
  }
}
