package dev.lapak.inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.model.Market.Trader;
import dev.lapak.inventory.model.Model.Place;
import dev.lapak.inventory.model.Model.Sent;
import dev.lapak.inventory.stock.StockError;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.inventory.stock.StockPlace;
import dev.lapak.inventory.transfer.NewTransfer;
import dev.lapak.inventory.transfer.ProductCount;
import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferError;
import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What sellers do in a market. */
final class Sellers {

  private final Market market;

  Sellers(Market market) {
    this.market = market;
  }

  /** Writes what was counted, sometimes against what is not there any more. */
  void count() {
    Trader trader = market.trader();
    Place place = market.place(trader);
    int now = market.model.onHand(place);
    int expected = market.oneIn(8) ? now + 1 : now;
    int counted = market.number(50);
    market.remember("count " + place + ": " + expected + " to " + counted);
    Outcome<StockLevel, StockError> outcome =
        market.answer(count(market.instance(), trader, place, counted, expected, key()));
    expect(
        outcome,
        place,
        expected != now
            ? "STOCK_CHANGED"
            : counted < market.model.reserved(place) ? "BELOW_RESERVED" : null,
        counted - now);
  }

  static Mono<Outcome<StockLevel, StockError>> count(
      Instance instance, Trader trader, Place place, int counted, int expected, String key) {
    return instance.stock().set(trader.id(), trader.id(), named(place), counted, expected, key);
  }

  /** Adds or takes away; sometimes sends it twice. */
  void adjust() {
    Trader trader = market.trader();
    Place place = market.place(trader);
    int delta = market.oneIn(3) ? -market.between(1, 12) : market.between(1, 12);
    String key = key();
    market.remember("adjust " + place + " by " + delta);
    int times = market.oneIn(6) ? 2 : 1;
    String refusal = market.model.free(place) + delta < 0 ? "BELOW_RESERVED" : null;
    for (int i = 0; i < times; i++) {
      Outcome<StockLevel, StockError> outcome =
          market.answer(adjust(market.instance(), trader, place, delta, key));
      expect(outcome, place, refusal, i == 0 ? delta : 0);
    }
  }

  static Mono<Outcome<StockLevel, StockError>> adjust(
      Instance instance, Trader trader, Place place, int delta, String key) {
    return instance.stock().adjust(trader.id(), trader.id(), named(place), delta, "model", key);
  }

  private void expect(
      Outcome<StockLevel, StockError> outcome, Place place, @Nullable String refusal, int delta) {
    switch (outcome) {
      case Outcome.Done(StockLevel level) -> {
        assertThat(refusal).as("done").isNull();
        market.model.add(place, delta);
        assertThat(List.of(level.onHand(), level.reserved()))
            .isEqualTo(List.of(market.model.onHand(place), market.model.reserved(place)));
      }
      case Outcome.Refused(List<StockError> errors) ->
          assertThat(errors.stream().map(error -> String.valueOf(error.code())))
              .containsExactly(String.valueOf(refusal));
    }
  }

  /** Lets goods leave. */
  void send() {
    Trader trader = market.trader();
    UUID source = market.pick(trader.warehouses());
    UUID destination =
        market.pick(trader.warehouses().stream().filter(one -> !one.equals(source)).toList());
    Map<UUID, Integer> lines = market.lines(trader, 8);
    market.remember("send " + source + " to " + destination + ": " + lines);
    long missing =
        lines.entrySet().stream()
            .filter(line -> market.model.free(new Place(line.getKey(), source)) < line.getValue())
            .count();
    Outcome<Transfer, TransferError> outcome =
        market.answer(
            market
                .instance()
                .transfers()
                .start(
                    trader.id(),
                    trader.id(),
                    NewTransfer.of(
                        source.toString(), destination.toString(), counts(lines), key())));
    switch (outcome) {
      case Outcome.Done(Transfer transfer) -> {
        assertThat(missing).as("sent").isZero();
        market.model.send(transfer.id(), source, destination, lines);
      }
      case Outcome.Refused(List<TransferError> errors) -> {
        assertThat(errors).hasSize((int) missing);
        assertThat(errors).allMatch(error -> String.valueOf(error.code()).equals("OUT_OF_STOCK"));
      }
    }
  }

  /** Lets goods arrive, whole or without one of each, or calls them back. */
  void end() {
    UUID id = someTransfer();
    if (id == null) {
      send();
      return;
    }
    Sent sent = market.model.transfer(id);
    Trader trader = owner(sent);
    int missing = market.oneIn(3) ? 1 : 0;
    boolean back = market.oneIn(3);
    market.remember((back ? "call back " : "receive without " + missing + " ") + id);
    Outcome<Transfer, TransferError> outcome =
        market.answer(
            back
                ? market.instance().transfers().cancel(trader.id(), trader.id(), id.toString())
                : receive(market.instance(), trader, id, sent, missing));
    if (!sent.isInTransit()) {
      boolean again =
          back
              ? sent.status().name().equals("CANCELLED")
              : sent.status().name().equals("RECEIVED") && sent.missing() == missing;
      assertThat(outcome instanceof Outcome.Done).isEqualTo(again);
      return;
    }
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    if (back) {
      market.model.cancel(id);
    } else {
      market.model.receive(id, missing);
    }
  }

  static Mono<Outcome<Transfer, TransferError>> receive(
      Instance instance, Trader trader, UUID id, Sent sent, int missing) {
    List<ProductCount> counted =
        missing == 0
            ? List.of()
            : sent.lines().entrySet().stream()
                .map(line -> new ProductCount(line.getKey().toString(), line.getValue() - missing))
                .toList();
    return instance
        .transfers()
        .receive(trader.id(), trader.id(), id.toString(), counted, missing == 0 ? null : "lost");
  }

  /** Opens or closes a warehouse. */
  void turn() {
    Trader trader = market.trader();
    UUID warehouse = market.pick(trader.warehouses());
    boolean active = !market.oneIn(3);
    market.remember((active ? "activate " : "deactivate ") + warehouse);
    assertThat(
            market.answer(
                market
                    .instance()
                    .warehouses()
                    .setActive(trader.id(), warehouse.toString(), active)))
        .isInstanceOf(Outcome.Done.class);
    market.model.warehouses.put(warehouse, active);
  }

  Trader owner(Sent sent) {
    return market.traders.stream()
        .filter(trader -> trader.warehouses().contains(sent.source()))
        .findFirst()
        .orElseThrow();
  }

  /** Any, but rather one in transit; null where there is none. */
  @Nullable UUID someTransfer() {
    List<UUID> all = List.copyOf(market.model.transfers.keySet());
    List<UUID> way = all.stream().filter(id -> market.model.transfer(id).isInTransit()).toList();
    return all.isEmpty() ? null : market.pick(way.isEmpty() || market.oneIn(6) ? all : way);
  }

  String key() {
    return market.newId().toString();
  }

  private static StockPlace named(Place place) {
    return new StockPlace(place.product().toString(), place.warehouse().toString());
  }

  private static List<ProductCount> counts(Map<UUID, Integer> lines) {
    return lines.entrySet().stream()
        .map(line -> new ProductCount(line.getKey().toString(), line.getValue()))
        .toList();
  }
}
