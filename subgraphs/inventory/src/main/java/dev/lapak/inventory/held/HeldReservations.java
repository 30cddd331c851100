package dev.lapak.inventory.held;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Reads what is held now. */
public interface HeldReservations {

  /** Those first that end first, then by id. */
  Flux<HeldReservation> next(int limit, HeldReservation.@Nullable Place after);
}
