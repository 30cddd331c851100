package dev.lapak.orders.order;

import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What waits to be confirmed, and what was. */
public interface Confirmations {

  /** Which of the two. */
  enum Part {
    /** Paid, not yet confirmed; the longest waiting first. */
    QUEUE,
    /** Confirmed; the latest first. */
    HISTORY
  }

  /**
   * @param sellerId only of this seller; of all if null
   */
  Mono<Connection<Order>> page(Part part, @Nullable UUID sellerId, PageRequest page);

  /** Names the list, so that a cursor is not taken for another one's. */
  static String name(Part part, @Nullable UUID sellerId) {
    return "confirmations " + part + " " + sellerId;
  }
}
