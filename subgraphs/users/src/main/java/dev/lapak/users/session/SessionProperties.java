package dev.lapak.users.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param refreshTokenLifetime how long somebody may stay away before having to log in again
 */
@ConfigurationProperties("lapak.users")
record SessionProperties(@DefaultValue("30d") Duration refreshTokenLifetime) {}
