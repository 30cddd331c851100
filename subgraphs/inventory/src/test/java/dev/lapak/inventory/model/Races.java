package dev.lapak.inventory.model;

import static dev.lapak.inventory.reservation.ReservationStatus.COMMITTED;
import static dev.lapak.inventory.reservation.ReservationStatus.EXPIRED;
import static dev.lapak.inventory.reservation.ReservationStatus.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.model.Market.Trader;
import dev.lapak.inventory.model.Model.Place;
import dev.lapak.inventory.model.Model.Promise;
import dev.lapak.inventory.model.Model.Sent;
import dev.lapak.inventory.reservation.Reservation;
import dev.lapak.inventory.reservation.ReservationLine;
import dev.lapak.inventory.reservation.ReservationStatus;
import dev.lapak.inventory.reservation.ReservationsResult;
import dev.lapak.inventory.reservation.ReserveError;
import dev.lapak.inventory.stock.StockError;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferError;
import dev.lapak.platform.outcome.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Many who want the same at once, at all instances. How many win is known before; who wins is the
 * machine's choice, which the model takes over.
 *
 * <p>Each says how many callers there were; none where there was nothing to race for.
 */
final class Races {

  private final Market market;
  private final Buyers buyers;
  private final Sellers sellers;

  Races(Market market, Buyers buyers, Sellers sellers) {
    this.market = market;
    this.buyers = buyers;
    this.sellers = sellers;
  }

  /** Everybody wants some of one product: so many get it as there are. */
  int lastGoods() {
    UUID product = market.pick(market.trader().products());
    int each = market.between(1, 3);
    List<UUID> ids = Stream.generate(market::newId).limit(market.between(8, 32)).toList();
    Map<UUID, Integer> lines = Map.of(product, each);
    int enough = Math.min(ids.size(), market.model.available(product) / each);
    market.remember(ids.size() + " want " + each + " of " + product + ", enough for " + enough);
    List<Outcome<List<Reservation>, ReserveError>> answers =
        together(
            ids.size(),
            i -> market.instance(i).reservations().reserve(Buyers.call(Map.of(ids.get(i), lines))));
    List<UUID> winners =
        IntStream.range(0, ids.size())
            .filter(i -> answers.get(i) instanceof Outcome.Done)
            .mapToObj(ids::get)
            .toList();
    assertThat(winners).hasSize(enough);
    Map<UUID, List<ReservationLine>> taken = market.tables.taken(ids);
    assertThat(taken.keySet()).containsExactlyInAnyOrderElementsOf(winners);
    taken.forEach(
        (id, its) -> {
          assertThat(its).allMatch(line -> market.model.warehouses.get(line.warehouseId()));
          market.model.promises.put(id, new Promise(lines, its, ReservationStatus.ACTIVE));
        });
    return ids.size();
  }

  /** One call, sent by several at once: each hears the same, and it is done once. */
  int twins() {
    Trader seller = market.trader();
    Map<UUID, Map<UUID, Integer>> wanted = new LinkedHashMap<>();
    wanted.put(market.newId(), market.lines(seller, 6));
    int callers = market.between(3, 6);
    market.remember(callers + " twins of " + wanted);
    var call = Buyers.call(wanted);
    together(callers, i -> market.instance(i).reservations().reserve(call))
        .forEach(answer -> buyers.expect(wanted, answer));
    return callers;
  }

  /** Commits, releases and extensions of one reservation: it ends once. */
  int ends() {
    Optional<UUID> active = active();
    if (active.isEmpty()) {
      return 0;
    }
    UUID id = active.orElseThrow();
    market.remember("end in several ways " + id);
    List<ReservationsResult> answers =
        together(
            9,
            i ->
                switch (i % 3) {
                  case 0 -> market.instance(i / 3).reservations().commit(List.of(id));
                  case 1 -> market.instance(i / 3).reservations().release(List.of(id));
                  default ->
                      market.instance(i / 3).reservations().extend(List.of(id), Buyers.inHours(1));
                });
    boolean sold = answers.get(0).errors().isEmpty();
    for (int i = 0; i < 9; i++) {
      if (i % 3 < 2) {
        assertThat(answers.get(i).errors().isEmpty()).isEqualTo((i % 3 == 0) == sold);
      }
    }
    market.model.end(id, sold ? COMMITTED : RELEASED);
    return 9;
  }

  /** A reservation's time is over while it is committed: it is one or the other. */
  int lastMoment() {
    Optional<UUID> active = active();
    if (active.isEmpty()) {
      return 0;
    }
    UUID id = active.orElseThrow();
    market.remember("commit and let end " + id);
    List<Boolean> sold =
        together(
            4,
            i ->
                i == 1
                    ? Mono.fromRunnable(() -> market.tables.letEnd(id)).thenReturn(false)
                    : market
                        .instance(i)
                        .reservations()
                        .commit(List.of(id))
                        .map(result -> result.errors().isEmpty()));
    boolean isSold = sold.contains(true);
    assertThat(List.of(sold.get(0), sold.get(2), sold.get(3))).containsOnly(isSold);
    market.model.end(id, isSold ? COMMITTED : EXPIRED);
    return 4;
  }

  /**
   * A reservation is committed, or was, and given back, by several: it is sold and returned once,
   * or released.
   */
  int returns() {
    Optional<UUID> active = active();
    if (active.isEmpty()) {
      return 0;
    }
    UUID id = active.orElseThrow();
    market.remember("commit and give back " + id);
    List<ReservationsResult> answers =
        together(
            6,
            i ->
                i % 2 == 0
                    ? market.instance(i / 2).reservations().commit(List.of(id))
                    : market.instance(i / 2).reservations().giveBack(List.of(id)));
    boolean sold = answers.get(0).errors().isEmpty();
    for (int i = 0; i < 6; i++) {
      assertThat(answers.get(i).errors().isEmpty()).isEqualTo(i % 2 == 1 || sold);
    }
    if (sold) {
      market.model.end(id, COMMITTED);
    }
    market.model.giveBack(id);
    return 6;
  }

  /** Several have counted what they saw: one is right. */
  int counts() {
    Trader trader = market.trader();
    Place place = market.place(trader);
    int now = market.model.onHand(place);
    int callers = market.between(2, 5);
    List<String> keys = Stream.generate(sellers::key).limit(callers).toList();
    market.remember(callers + " count " + place);
    List<Outcome<StockLevel, StockError>> answers =
        together(
            callers,
            i -> Sellers.count(market.instance(i), trader, place, now + 1 + i, now, keys.get(i)));
    List<Integer> winners =
        IntStream.range(0, callers)
            .filter(i -> answers.get(i) instanceof Outcome.Done)
            .boxed()
            .toList();
    assertThat(winners).hasSize(1);
    market.model.add(place, 1 + winners.getFirst());
    return callers;
  }

  /** Everybody takes one away: so many can as are free. */
  int losses() {
    Trader trader = market.trader();
    Place place = market.place(trader);
    int callers = market.between(4, 16);
    int enough = Math.min(callers, market.model.free(place));
    List<String> keys = Stream.generate(sellers::key).limit(callers).toList();
    market.remember(callers + " take one of " + place);
    List<Outcome<StockLevel, StockError>> answers =
        together(callers, i -> Sellers.adjust(market.instance(i), trader, place, -1, keys.get(i)));
    assertThat(answers.stream().filter(Outcome.Done.class::isInstance)).hasSize(enough);
    market.model.add(place, -enough);
    return callers;
  }

  /** Goods arrive and are called back: once. */
  int arrivals() {
    UUID id = sellers.someTransfer();
    Sent sent = id == null ? null : market.model.transfers.get(id);
    if (id == null || sent == null || !sent.isInTransit()) {
      return 0;
    }
    Trader trader = sellers.owner(sent);
    market.remember("receive and call back " + id);
    List<Outcome<Transfer, TransferError>> answers =
        together(
            6,
            i ->
                i % 2 == 0
                    ? Sellers.receive(market.instance(i / 2), trader, id, sent, 0)
                    : market
                        .instance(i / 2)
                        .transfers()
                        .cancel(trader.id(), trader.id(), id.toString()));
    boolean arrived = answers.getFirst() instanceof Outcome.Done;
    for (int i = 0; i < 6; i++) {
      assertThat(answers.get(i) instanceof Outcome.Done).isEqualTo((i % 2 == 0) == arrived);
    }
    if (arrived) {
      market.model.receive(id, 0);
    } else {
      market.model.cancel(id);
    }
    return 6;
  }

  private Optional<UUID> active() {
    List<UUID> all = new ArrayList<>();
    market.model.promises.forEach(
        (id, promise) -> {
          if (promise.isActive()) {
            all.add(id);
          }
        });
    return all.isEmpty() ? Optional.empty() : Optional.of(market.pick(all));
  }

  private <T> List<T> together(int callers, IntFunction<Mono<T>> action) {
    return market.answer(
        Flux.range(0, callers)
            .flatMapSequential(
                i -> Mono.defer(() -> action.apply(i)).subscribeOn(Schedulers.boundedElastic()),
                callers)
            .collectList());
  }
}
