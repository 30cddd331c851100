package dev.lapak.inventory.model;

import static dev.lapak.inventory.reservation.ReservationStatus.COMMITTED;
import static dev.lapak.inventory.reservation.ReservationStatus.EXPIRED;
import static dev.lapak.inventory.reservation.ReservationStatus.RELEASED;
import static dev.lapak.inventory.reservation.ReservationStatus.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.model.Market.Trader;
import dev.lapak.inventory.model.Model.Promise;
import dev.lapak.inventory.reservation.Reservation;
import dev.lapak.inventory.reservation.ReservationRequest;
import dev.lapak.inventory.reservation.ReservationStatus;
import dev.lapak.inventory.reservation.ReservationsResult;
import dev.lapak.inventory.reservation.ReserveCall;
import dev.lapak.inventory.reservation.ReserveError;
import dev.lapak.platform.outcome.Outcome;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What orders asks for in a market. */
final class Buyers {

  private final Market market;

  Buyers(Market market) {
    this.market = market;
  }

  /** Of one seller or of both, all or nothing; sometimes what was asked for before. */
  void reserve() {
    Map<UUID, Map<UUID, Integer>> wanted = new LinkedHashMap<>();
    List<Trader> sellers = new ArrayList<>(market.traders);
    if (market.oneIn(3)) {
      Collections.swap(sellers, 0, 1);
    }
    for (Trader seller : sellers.subList(0, market.between(1, 2))) {
      wanted.put(market.newId(), market.lines(seller, market.oneIn(8) ? 60 : 6));
    }
    if (market.oneIn(8) && !market.model.promises.isEmpty()) {
      UUID known = somebodys();
      wanted.clear();
      wanted.put(
          known,
          market.oneIn(3)
              ? market.lines(market.trader(), 6)
              : market.model.promise(known).wanted());
    }
    market.remember("reserve " + wanted);
    expect(wanted, market.answer(market.instance().reservations().reserve(call(wanted))));
  }

  /** What the model would answer; then what was promised is promised. */
  void expect(
      Map<UUID, Map<UUID, Integer>> wanted, Outcome<List<Reservation>, ReserveError> outcome) {
    Set<List<@Nullable Object>> errors = new HashSet<>();
    wanted.forEach((id, lines) -> errors.addAll(refusals(id, lines)));
    switch (outcome) {
      case Outcome.Done(List<Reservation> made) -> {
        assertThat(errors).as("done").isEmpty();
        assertThat(made.stream().map(Reservation::id)).containsExactlyElementsOf(wanted.keySet());
        assertThat(made).allMatch(Reservation::isActive);
        wanted.forEach(
            (id, lines) -> {
              if (!market.model.promises.containsKey(id)) {
                market.model.promise(id, lines);
              }
            });
      }
      case Outcome.Refused(List<ReserveError> refused) ->
          assertThat(refused.stream().map(Buyers::described))
              .containsExactlyInAnyOrderElementsOf(errors);
    }
  }

  private Set<List<@Nullable Object>> refusals(UUID id, Map<UUID, Integer> lines) {
    Set<List<@Nullable Object>> errors = new HashSet<>();
    Promise known = market.model.promises.get(id);
    if (known != null) {
      if (!known.isActive() || !known.wanted().equals(lines)) {
        errors.add(described("RESERVATION_ID_USED", id, null, null));
      }
      return errors;
    }
    lines.forEach(
        (product, quantity) -> {
          int available = market.model.available(product);
          if (available < quantity) {
            errors.add(described("OUT_OF_STOCK", id, product, available));
          }
        });
    return errors;
  }

  private static List<@Nullable Object> described(ReserveError error) {
    return described(
        String.valueOf(error.code()), error.reservationId(), error.productId(), error.available());
  }

  private static List<@Nullable Object> described(@Nullable Object... parts) {
    List<@Nullable Object> all = new ArrayList<>();
    Collections.addAll(all, parts);
    return all;
  }

  void commit() {
    Set<UUID> ids = some();
    market.remember("commit " + ids);
    ReservationsResult result =
        market.answer(market.instance().reservations().commit(List.copyOf(ids)));
    ids.forEach(id -> market.model.end(id, COMMITTED));
    expect(
        result,
        ids,
        ids.stream().filter(id -> status(id) != COMMITTED && status(id) != RETURNED).count());
  }

  void release() {
    Set<UUID> ids = some();
    market.remember("release " + ids);
    ReservationsResult result =
        market.answer(market.instance().reservations().release(List.copyOf(ids)));
    ids.forEach(id -> market.model.end(id, RELEASED));
    expect(result, ids, ids.stream().filter(id -> status(id) == COMMITTED).count());
  }

  /** Rather of those that were sold. */
  void giveBack() {
    Set<UUID> ids = some();
    List<UUID> sold =
        market.model.promises.keySet().stream().filter(id -> status(id) == COMMITTED).toList();
    if (!sold.isEmpty()) {
      ids.add(market.pick(sold));
    }
    market.remember("give back " + ids);
    ReservationsResult result =
        market.answer(market.instance().reservations().giveBack(List.copyOf(ids)));
    ids.forEach(market.model::giveBack);
    expect(result, ids, 0);
  }

  void extend() {
    Set<UUID> ids = some();
    market.remember("extend " + ids);
    ReservationsResult result =
        market.answer(
            market
                .instance()
                .reservations()
                .extend(List.copyOf(ids), inHours(market.between(1, 5))));
    expect(result, ids, ids.stream().filter(id -> status(id) != ReservationStatus.ACTIVE).count());
  }

  /** Time passes, and somebody may sweep. */
  void letEnd() {
    UUID id = somebodys();
    market.remember("let end " + id);
    market.tables.letEnd(id);
    market.model.end(id, EXPIRED);
    if (market.oneIn(4)) {
      market.answer(market.instance().over().endSome());
    }
  }

  private void expect(ReservationsResult result, Set<UUID> ids, long errors) {
    Map<UUID, ReservationStatus> expected = new LinkedHashMap<>();
    ids.forEach(
        id -> {
          ReservationStatus status = status(id);
          if (status != null) {
            expected.put(id, status);
          }
        });
    Map<UUID, ReservationStatus> found = new LinkedHashMap<>();
    result.reservations().forEach(one -> found.put(one.id(), one.status()));
    assertThat(found).isEqualTo(expected);
    assertThat(result.errors()).hasSize((int) errors);
  }

  private @Nullable ReservationStatus status(UUID id) {
    Promise promise = market.model.promises.get(id);
    return promise == null ? null : promise.status();
  }

  /** Any, but rather one that is active. */
  private UUID somebodys() {
    List<UUID> all = List.copyOf(market.model.promises.keySet());
    List<UUID> active = all.stream().filter(id -> market.model.promise(id).isActive()).toList();
    return all.isEmpty()
        ? market.newId()
        : market.pick(active.isEmpty() || market.oneIn(6) ? all : active);
  }

  private Set<UUID> some() {
    Set<UUID> ids = new LinkedHashSet<>();
    for (int i = market.between(1, 3); i > 0; i--) {
      ids.add(market.oneIn(20) ? market.newId() : somebodys());
    }
    return ids;
  }

  static ReserveCall call(Map<UUID, Map<UUID, Integer>> wanted) {
    return new ReserveCall(
        wanted.entrySet().stream()
            .map(one -> new ReservationRequest(one.getKey(), inHours(1), one.getValue()))
            .toList());
  }

  static OffsetDateTime inHours(int hours) {
    return OffsetDateTime.now(ZoneOffset.UTC).plusHours(hours).truncatedTo(ChronoUnit.MICROS);
  }
}
