package dev.lapak.inventory.live;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Looks at products. */
@FunctionalInterface
public interface StockWatch {

  /**
   * What has changed, in one statement.
   *
   * @param known of these, what was changed by a transaction that is not before {@code since}
   * @param fresh of these, all
   */
  Mono<StockReading> look(Collection<UUID> known, long since, Collection<UUID> fresh);
}
