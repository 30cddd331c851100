package dev.lapak.orders.sales;

import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds up what was sold, and reads it. */
public interface SalesSums {

  /**
   * Counts the next events of the outbox, each exactly once, whoever else does the same at the same
   * time and whatever ends it.
   *
   * @return how many it has looked at; 0 also while somebody else counts
   */
  Mono<Integer> countNext(int events);

  /**
   * @param sellerId only of this seller; of all if null
   * @param cuts when each period begins, and when the last one ends
   */
  Flux<PeriodSum> byPeriod(@Nullable UUID sellerId, List<Instant> cuts);

  /** The highest net first, one currency after the other. */
  Mono<Connection<RankedSales>> ranked(Ranking ranking, PageRequest page);

  /**
   * Sales of a period in a currency.
   *
   * @param period its index
   */
  record PeriodSum(int period, Sales sales) {}
}
