package dev.lapak.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are seen.
 *
 * @param gap at least this long between two looks: many events then share one
 * @param poll at most this long between two looks when nobody says that there is something new
 * @param buffer how many events wait in memory for each reader; who needs more reads the database
 * @param maxBehind who is further behind must begin anew
 */
@ConfigurationProperties("lapak.outbox")
public record OutboxProperties(
    @DefaultValue("20ms") Duration gap,
    @DefaultValue("200ms") Duration poll,
    @DefaultValue("256") int buffer,
    @DefaultValue("10000") int maxBehind) {}
