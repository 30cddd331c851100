package dev.lapak.platform.graphql;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers with the status as soon as the events have been subscribed to, so that whoever asks for
 * them sees that; else it would come with the first event.
 */
final class PromptStreams implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String accept = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
        ? chain.filter(exchange.mutate().response(new Prompt(exchange.getResponse())).build())
        : chain.filter(exchange);
  }

  private static final class Prompt extends ServerHttpResponseDecorator {

    private Prompt(ServerHttpResponse response) {
      super(response);
    }

    @Override
    public Mono<Void> writeAndFlushWith(
        Publisher<? extends Publisher<? extends DataBuffer>> events) {
      // No comment, which Spring's client takes for the end.
      Mono<Mono<DataBuffer>> nothing =
          Mono.fromSupplier(() -> Mono.just(bufferFactory().wrap(new byte[0])));
      // In this order: subscribing to the events begins them.
      return super.writeAndFlushWith(Flux.<Publisher<? extends DataBuffer>>merge(events, nothing));
    }
  }
}
