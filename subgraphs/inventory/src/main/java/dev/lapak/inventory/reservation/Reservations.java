package dev.lapak.inventory.reservation;

import dev.lapak.platform.outcome.Outcome;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What orders can do with reservations. */
@Service
public class Reservations {

  private final ReservationStore store;
  private final ReserveQueue queue;

  Reservations(ReserveStore reserve, ReservationStore store) {
    this.store = store;
    this.queue = new ReserveQueue(reserve);
  }

  /** Makes all reservations of the call or none. */
  public Mono<Outcome<List<Reservation>, ReserveError>> reserve(ReserveCall call) {
    return queue.reserve(call);
  }

  /** Lets all of them end later, never earlier, or none. */
  public Mono<ReservationsResult> extend(List<UUID> ids, OffsetDateTime expiresAt) {
    return store
        .extend(new LinkedHashSet<>(ids), expiresAt)
        .map(now -> result(ids, now, Reservations::notActive));
  }

  /** Takes what was reserved out of the stock. */
  public Mono<ReservationsResult> commit(List<UUID> ids) {
    return store
        .end(new LinkedHashSet<>(ids), ReservationStatus.COMMITTED)
        .map(now -> result(ids, now, Reservations::notCommitted));
  }

  /** Makes what was reserved free again. */
  public Mono<ReservationsResult> release(List<UUID> ids) {
    return store
        .end(new LinkedHashSet<>(ids), ReservationStatus.RELEASED)
        .map(now -> result(ids, now, Reservations::notReleased));
  }

  /** Puts what was sold back into the stock; what has not been sold so far never is. */
  public Mono<ReservationsResult> giveBack(List<UUID> ids) {
    return store
        .giveBack(new LinkedHashSet<>(ids))
        .map(now -> result(ids, now, (id, reservation) -> Optional.empty()));
  }

  private static Optional<ReservationError> notActive(UUID id, @Nullable Reservation now) {
    return now == null
        ? Optional.of(ReservationError.notFound(id))
        : Optional.of(now).filter(one -> !one.isActive()).map(ReservationError::ended);
  }

  private static Optional<ReservationError> notCommitted(UUID id, @Nullable Reservation now) {
    return now == null
        ? Optional.of(ReservationError.notFound(id))
        : Optional.of(now).filter(one -> !one.wasCommitted()).map(ReservationError::ended);
  }

  private static Optional<ReservationError> notReleased(UUID id, @Nullable Reservation now) {
    return Optional.ofNullable(now)
        .filter(one -> one.status() == ReservationStatus.COMMITTED)
        .map(ReservationError::ended);
  }

  private static ReservationsResult result(
      List<UUID> ids,
      Map<UUID, Reservation> now,
      BiFunction<UUID, @Nullable Reservation, Optional<ReservationError>> error) {
    List<UUID> each = ids.stream().distinct().toList();
    return new ReservationsResult(
        each.stream().map(now::get).filter(Objects::nonNull).toList(),
        each.stream().flatMap(id -> error.apply(id, now.get(id)).stream()).toList());
  }
}
