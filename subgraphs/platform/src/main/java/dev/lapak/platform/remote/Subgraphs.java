package dev.lapak.platform.remote;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.caller.CallerProperties;
import dev.lapak.platform.trace.Trace;
import java.net.URI;
import java.util.Objects;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Makes clients of other subgraphs, which prove who calls and pass the trace on. */
public final class Subgraphs {

  private final RemoteProperties properties;
  private final CallerProperties caller;
  private final WebClient.Builder web;

  Subgraphs(RemoteProperties properties, CallerProperties caller, WebClient.Builder web) {
    this.properties = properties;
    this.caller = caller;
    this.web = web;
  }

  /**
   * A client of the subgraph of that name; a call that takes too long or fails ends in an error.
   */
  public HttpGraphQlClient named(String name) {
    URI url =
        Objects.requireNonNull(
            properties.urls().get(name), () -> "lapak.remote.urls.%s is not set".formatted(name));
    WebClient client =
        web.clone()
            .baseUrl(url.toString())
            .defaultHeader(Caller.HEADER, caller.header())
            .filter(Subgraphs::traced)
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
            .build();
    return HttpGraphQlClient.builder(client).blockingTimeout(null).build();
  }

  private static Mono<ClientResponse> traced(ClientRequest request, ExchangeFunction next) {
    return Mono.deferContextual(
        context ->
            next.exchange(
                context.getOrDefault(Trace.KEY, null) instanceof Trace trace
                    ? ClientRequest.from(request).header(Trace.PARENT, trace.parent()).build()
                    : request));
  }
}
