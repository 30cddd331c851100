package dev.lapak.edge.socket;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How connections that stay open are kept.
 *
 * @param origins pages of other hosts that may open sockets, such as {@code https://shop.example}
 * @param most how many may be open at once
 * @param subscriptions how many operations one socket may have open; below the 256 that Spring's
 *     handler reads at once
 * @param messageSize how large a message may be
 * @param initTimeout how long a socket may wait with {@code connection_init}
 * @param signOfLife how often each side is asked for one
 * @param silence how long a client may give none
 * @param writeTimeout how long a client may leave what was sent to it unread
 * @param drain over how long sockets are closed on shutdown
 */
@ConfigurationProperties("lapak.edge.socket")
record SocketProperties(
    @DefaultValue Set<String> origins,
    @DefaultValue("10000") int most,
    @DefaultValue("100") int subscriptions,
    @DefaultValue("1000000B") DataSize messageSize,
    @DefaultValue("10s") Duration initTimeout,
    @DefaultValue("15s") Duration signOfLife,
    @DefaultValue("60s") Duration silence,
    @DefaultValue("30s") Duration writeTimeout,
    @DefaultValue("3s") Duration drain) {

  private static final int MAX_SUBSCRIPTIONS = 200;

  SocketProperties {
    origins = Set.copyOf(origins);
    if (subscriptions < 1 || subscriptions > MAX_SUBSCRIPTIONS) {
      throw new IllegalArgumentException(
          "lapak.edge.socket.subscriptions must be 1 to " + MAX_SUBSCRIPTIONS);
    }
  }
}
