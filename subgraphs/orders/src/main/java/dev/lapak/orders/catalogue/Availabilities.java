package dev.lapak.orders.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Asks inventory. */
public interface Availabilities {

  /**
   * How many of each can be had; ends in {@link dev.lapak.orders.UnavailableException} where there
   * is no answer in time.
   */
  Mono<Map<UUID, Integer>> of(Collection<UUID> products);
}
