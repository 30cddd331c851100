package dev.lapak.inventory.reservation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When reservations that are over are swept.
 *
 * @param every how long after the last time
 */
@ConfigurationProperties("lapak.sweep")
record SweeperProperties(@DefaultValue("1s") Duration every) {}
