package dev.lapak.orders.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of subscriptions.
 *
 * @param maxBehind whoever has missed more events begins anew
 */
@ConfigurationProperties("lapak.orders.events")
record EventProperties(@DefaultValue("10000") int maxBehind) {}
