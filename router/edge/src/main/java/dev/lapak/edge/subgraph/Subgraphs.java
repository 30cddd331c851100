package dev.lapak.edge.subgraph;

import dev.lapak.platform.caller.Caller;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The subgraphs behind the door.
 *
 * @param urls each one's GraphQL endpoint by name
 * @param callerSecret proves that the edge asks; at least 32 characters
 */
@ConfigurationProperties("lapak.edge.subgraph")
public record Subgraphs(Map<String, URI> urls, String callerSecret) {

  private static final int MIN_SECRET = 32;

  public Subgraphs {
    urls = Map.copyOf(urls);
    if (callerSecret.length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "lapak.caller.secrets.edge is shorter than %d characters".formatted(MIN_SECRET));
    }
  }

  public Set<String> names() {
    return urls.keySet();
  }

  /** A subgraph's GraphQL endpoint. */
  public URI endpoint(String name) {
    return Objects.requireNonNull(
        urls.get(name), () -> "lapak.edge.subgraph.urls.%s is not set".formatted(name));
  }

  /** Another path of a subgraph. */
  public URI at(String name, String path) {
    return endpoint(name).resolve(path);
  }

  /** What is sent as {@link Caller#HEADER}. */
  public String proof() {
    return "edge:" + callerSecret;
  }
}
