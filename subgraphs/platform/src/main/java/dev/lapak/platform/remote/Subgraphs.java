package dev.lapak.platform.remote;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.caller.CallerProperties;
import java.net.URI;
import java.util.Objects;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.web.reactive.function.client.WebClient;

/** Makes clients of other subgraphs, which prove who calls. */
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
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
            .build();
    return HttpGraphQlClient.builder(client).blockingTimeout(null).build();
  }
}
