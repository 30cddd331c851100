package dev.lapak.orders.reservation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks inventory what it holds, for whomever. */
public interface HeldReservations {

  /** At most so many at once. */
  int MAX = 1_000;

  /**
   * Those first that end first, then by id; ends in {@link dev.lapak.orders.UnavailableException}
   * where there is no answer in time.
   */
  Mono<List<Held>> next(int limit, @Nullable Place after);

  /** A reservation that holds stock. */
  record Held(
      UUID id, OffsetDateTime createdAt, OffsetDateTime expiresAt, List<Reservation.Line> lines) {

    public Place place() {
      return new Place(expiresAt, id);
    }
  }

  /** A reservation's place among all of them. */
  record Place(OffsetDateTime expiresAt, UUID id) {}
}
