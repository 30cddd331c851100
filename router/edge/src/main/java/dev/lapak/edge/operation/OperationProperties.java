package dev.lapak.edge.operation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be sent by POST.
 *
 * @param body how large a request's body may be
 */
@ConfigurationProperties("lapak.edge.operation")
record OperationProperties(@DefaultValue("1000000B") DataSize body) {}
