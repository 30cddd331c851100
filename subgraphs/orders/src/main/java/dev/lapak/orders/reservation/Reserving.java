package dev.lapak.orders.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a wish to reserve. */
public sealed interface Reserving {

  /**
   * All is held.
   *
   * @param until at least
   */
  record Held(Instant until) implements Reserving {}

  /** Nothing is held. */
  record Short(List<Shortage> shortages) implements Reserving {}

  /** One of the ids is of no use any more: it has ended, or was something else. */
  record Ended() implements Reserving {}

  /** Too few of a product. */
  record Shortage(UUID productId, @Nullable Integer available) {}
}
