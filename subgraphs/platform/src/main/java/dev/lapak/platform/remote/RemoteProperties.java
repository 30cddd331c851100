package dev.lapak.platform.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the other subgraphs are.
 *
 * @param urls each subgraph's GraphQL endpoint by name
 * @param timeout how long a call may take altogether
 * @param connections at most this many at once to each
 */
@ConfigurationProperties("lapak.remote")
public record RemoteProperties(
    Map<String, URI> urls,
    @DefaultValue("3s") Duration timeout,
    @DefaultValue("256") int connections) {}
