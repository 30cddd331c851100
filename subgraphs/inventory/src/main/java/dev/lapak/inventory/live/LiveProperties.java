package dev.lapak.inventory.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How products are watched.
 *
 * @param gap at least this long between two looks
 * @param maxProducts so many may be watched at once; more are refused
 */
@ConfigurationProperties("lapak.live")
record LiveProperties(
    @DefaultValue("100ms") Duration gap, @DefaultValue("50000") int maxProducts) {}
