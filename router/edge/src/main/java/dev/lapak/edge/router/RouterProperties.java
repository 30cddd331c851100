package dev.lapak.edge.router;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the router is and how long to wait for it.
 *
 * @param timeout how long it may say nothing; longer than its own limit, which answers better
 * @param connections at most this many requests at once to it, and to each subgraph
 * @param waiting at most this many more wait for one of these to end
 */
@ConfigurationProperties("lapak.edge.router")
public record RouterProperties(
    URI url,
    @DefaultValue("35s") Duration timeout,
    @DefaultValue("2048") int connections,
    @DefaultValue("4096") int waiting) {}
