package dev.lapak.edge.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Operations with files.
 *
 * @param subgraph which takes the files
 * @param files how many there may be
 * @param file where a file is cut off; far more than its subgraph takes, which says it better
 * @param request how large all of a request may be
 * @param timeout how long nothing may move
 */
@ConfigurationProperties("lapak.edge.form")
record FormProperties(
    @DefaultValue("orders") String subgraph,
    @DefaultValue("5") int files,
    @DefaultValue("40MB") DataSize file,
    @DefaultValue("64MB") DataSize request,
    @DefaultValue("30s") Duration timeout) {}
