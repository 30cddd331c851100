package dev.lapak.inventory.model;

import static dev.lapak.inventory.reservation.ReservationStatus.ACTIVE;
import static dev.lapak.inventory.reservation.ReservationStatus.COMMITTED;
import static dev.lapak.inventory.reservation.ReservationStatus.RELEASED;
import static dev.lapak.inventory.reservation.ReservationStatus.RETURNED;

import dev.lapak.inventory.reservation.ReservationLine;
import dev.lapak.inventory.reservation.ReservationStatus;
import dev.lapak.inventory.transfer.TransferStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What a market's stock must be, kept as simply as can be: whoever asks, it is counted anew. */
final class Model {

  /** A product in a warehouse. */
  record Place(UUID product, UUID warehouse) {}

  /** A reservation: what was wanted, and where it was taken. */
  record Promise(Map<UUID, Integer> wanted, List<ReservationLine> lines, ReservationStatus status) {

    boolean isActive() {
      return status == ACTIVE;
    }

    Promise ended(ReservationStatus how) {
      return new Promise(wanted, lines, how);
    }
  }

  /** A transfer. */
  record Sent(
      UUID source, UUID destination, Map<UUID, Integer> lines, TransferStatus status, int missing) {

    boolean isInTransit() {
      return status == TransferStatus.IN_TRANSIT;
    }

    Sent ended(TransferStatus how, int lost) {
      return new Sent(source, destination, lines, how, lost);
    }
  }

  final Map<Place, Integer> onHand = new HashMap<>();
  final Map<UUID, Boolean> warehouses = new LinkedHashMap<>();
  final Map<UUID, Promise> promises = new LinkedHashMap<>();
  final Map<UUID, Sent> transfers = new LinkedHashMap<>();

  /** One that is known. */
  Promise promise(UUID id) {
    return Objects.requireNonNull(promises.get(id));
  }

  /** One that is known. */
  Sent transfer(UUID id) {
    return Objects.requireNonNull(transfers.get(id));
  }

  int onHand(Place place) {
    return onHand.getOrDefault(place, 0);
  }

  int reserved(Place place) {
    return promises.values().stream()
        .filter(Promise::isActive)
        .flatMap(promise -> promise.lines().stream())
        .filter(line -> place.equals(new Place(line.productId(), line.warehouseId())))
        .mapToInt(ReservationLine::quantity)
        .sum();
  }

  int free(Place place) {
    return onHand(place) - reserved(place);
  }

  /** In active warehouses. */
  int available(UUID product) {
    return warehouses.keySet().stream()
        .filter(warehouses::get)
        .mapToInt(warehouse -> free(new Place(product, warehouse)))
        .sum();
  }

  void add(Place place, int delta) {
    onHand.merge(place, delta, Integer::sum);
  }

  /** Takes from the fullest first, of which there must be enough in all. */
  void promise(UUID id, Map<UUID, Integer> wanted) {
    List<ReservationLine> lines = new ArrayList<>();
    wanted.forEach((product, quantity) -> lines.addAll(split(product, quantity)));
    promises.put(id, new Promise(wanted, lines, ACTIVE));
  }

  private List<ReservationLine> split(UUID product, int quantity) {
    List<Place> fullest =
        warehouses.keySet().stream()
            .filter(warehouses::get)
            .map(warehouse -> new Place(product, warehouse))
            .sorted(
                Comparator.comparingInt((Place place) -> -free(place))
                    .thenComparing(Place::warehouse))
            .toList();
    List<ReservationLine> lines = new ArrayList<>();
    int missing = quantity;
    for (Place place : fullest) {
      int part = Math.min(missing, free(place));
      if (part > 0) {
        lines.add(new ReservationLine(product, place.warehouse(), part));
        missing -= part;
      }
    }
    return lines;
  }

  /** Ends it unless it has ended. */
  void end(UUID id, ReservationStatus how) {
    Promise promise = promises.get(id);
    if (promise == null || !promise.isActive()) {
      return;
    }
    promises.put(id, promise.ended(how));
    if (how == COMMITTED) {
      promise
          .lines()
          .forEach(line -> add(new Place(line.productId(), line.warehouseId()), -line.quantity()));
    }
  }

  /** Sold ones come back, active ones are released. */
  void giveBack(UUID id) {
    Promise promise = promises.get(id);
    if (promise == null || promise.status() != COMMITTED) {
      end(id, RELEASED);
      return;
    }
    promises.put(id, promise.ended(RETURNED));
    promise
        .lines()
        .forEach(line -> add(new Place(line.productId(), line.warehouseId()), line.quantity()));
  }

  void send(UUID id, UUID source, UUID destination, Map<UUID, Integer> lines) {
    transfers.put(id, new Sent(source, destination, lines, TransferStatus.IN_TRANSIT, 0));
    lines.forEach((product, quantity) -> add(new Place(product, source), -quantity));
  }

  /** Lets it arrive, so many of each of its products missing. */
  void receive(UUID id, int missing) {
    Sent sent = transfer(id);
    transfers.put(id, sent.ended(TransferStatus.RECEIVED, missing));
    sent.lines()
        .forEach(
            (product, quantity) -> add(new Place(product, sent.destination()), quantity - missing));
  }

  void cancel(UUID id) {
    Sent sent = transfer(id);
    transfers.put(id, sent.ended(TransferStatus.CANCELLED, 0));
    sent.lines().forEach((product, quantity) -> add(new Place(product, sent.source()), quantity));
  }
}
