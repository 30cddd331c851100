package dev.lapak.edge.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What passes under {@code /files}.
 *
 * @param subgraph whose files they are
 * @param maxSize how large a file may be; a little more than its subgraph takes, which says it
 *     better
 * @param timeout how long nothing may move
 */
@ConfigurationProperties("lapak.edge.file")
record FileProperties(
    @DefaultValue("orders") String subgraph,
    @DefaultValue("12MB") DataSize maxSize,
    @DefaultValue("30s") Duration timeout) {}
