package dev.lapak.inventory.reservation;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where reservations are kept. Answers them as they are then, unknown ones left out. */
public interface ReservationStore {

  /** Lets them all end later, never earlier, or none where one is unknown or not active. */
  Mono<Map<UUID, Reservation>> extend(Set<UUID> ids, OffsetDateTime expiresAt);

  /**
   * Ends those that are active, each exactly once: as it is wished, or as expired where it is over.
   */
  Mono<Map<UUID, Reservation>> end(Set<UUID> ids, ReservationStatus wish);

  /** Takes back what was committed, each exactly once, and releases what is active. */
  Mono<Map<UUID, Reservation>> giveBack(Set<UUID> ids);
}
