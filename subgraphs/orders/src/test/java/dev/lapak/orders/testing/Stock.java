package dev.lapak.orders.testing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Inventory's promises, kept: all or none, idempotent by id, each reservation ends once. */
public final class Stock {

  /** Of a reservation. */
  public enum Status {
    ACTIVE,
    COMMITTED,
    RELEASED,
    EXPIRED,
    RETURNED
  }

  /** What is held. */
  public record Held(Status status, Map<UUID, Integer> lines, OffsetDateTime expiresAt) {

    Held now(Status next) {
      return new Held(next, lines, expiresAt);
    }
  }

  private final Map<UUID, Integer> onHand = new HashMap<>();
  private final Map<UUID, Held> reservations = new LinkedHashMap<>();

  /** Reservations for which every answer is an error. */
  private final Set<UUID> poisoned = ConcurrentHashMap.newKeySet();

  public synchronized void put(UUID product, int quantity) {
    onHand.put(product, quantity);
  }

  public synchronized int free(UUID product) {
    expireDue();
    return onHand.getOrDefault(product, 0)
        - reservations.values().stream()
            .filter(held -> held.status() == Status.ACTIVE)
            .mapToInt(held -> held.lines().getOrDefault(product, 0))
            .sum();
  }

  public synchronized int onHand(UUID product) {
    return onHand.getOrDefault(product, 0);
  }

  public synchronized Map<UUID, Held> reservations() {
    expireDue();
    return new LinkedHashMap<>(reservations);
  }

  /** Of that product, in that status. */
  public long count(UUID product, Status status) {
    return reservations().values().stream()
        .filter(held -> held.status() == status && held.lines().containsKey(product))
        .count();
  }

  public void poison(UUID reservation) {
    poisoned.add(reservation);
  }

  public void heal() {
    poisoned.clear();
  }

  /** As if it had been reserved. */
  public synchronized void hold(UUID reservation, UUID product, int quantity) {
    reservations.put(
        reservation,
        new Held(Status.ACTIVE, Map.of(product, quantity), OffsetDateTime.now().plusHours(1)));
  }

  /** Ends it behind orders' back. */
  public synchronized void end(UUID reservation) {
    reservations.computeIfPresent(reservation, (id, held) -> held.now(Status.EXPIRED));
  }

  synchronized Map<String, Object> answer(JsonNode request) {
    expireDue();
    String document = request.get("query").asString();
    if (document.contains("availableForCart")) {
      return Map.of(
          "availableForCart",
          StreamSupport.stream(request.get("variables").get("ids").spliterator(), false)
              .map(id -> Math.max(0, free(UUID.fromString(id.asString()))))
              .toList());
    }
    if (document.contains("heldReservations")) {
      return Map.of("heldReservations", held(request.get("variables")));
    }
    if (document.contains("reserveStockForEach")) {
      return Map.of(
          "reserveStockForEach",
          StreamSupport.stream(request.get("variables").get("inputs").spliterator(), false)
              .map(this::reserve)
              .toList());
    }
    JsonNode input = request.get("variables").get("input");
    if (document.contains("reserveStock")) {
      return Map.of("reserveStock", reserve(input));
    }
    List<UUID> ids =
        StreamSupport.stream(input.get("ids").spliterator(), false)
            .map(id -> UUID.fromString(id.asString()))
            .toList();
    if (ids.size() > 1_000) {
      throw new IllegalStateException("too many ids: " + ids.size());
    }
    if (ids.stream().anyMatch(poisoned::contains)) {
      throw new IllegalStateException("poisoned");
    }
    if (document.contains("extendReservations")) {
      return Map.of("extendReservations", extend(ids, input.get("expiresAt")));
    }
    if (document.contains("returnReservations")) {
      return Map.of("returnReservations", giveBack(ids));
    }
    return document.contains("commitReservations")
        ? Map.of("commitReservations", end(ids, Status.COMMITTED))
        : Map.of("releaseReservations", end(ids, Status.RELEASED));
  }

  private List<Map<String, Object>> held(JsonNode variables) {
    JsonNode after = variables.get("after");
    Place from =
        after == null
            ? new Place(Instant.EPOCH, "")
            : new Place(
                OffsetDateTime.parse(after.get("expiresAt").asString()).toInstant(),
                after.get("id").asString());
    return reservations.entrySet().stream()
        .filter(entry -> entry.getValue().status() == Status.ACTIVE)
        .map(entry -> Map.entry(Place.of(entry), entry))
        .filter(entry -> entry.getKey().compareTo(from) > 0)
        .sorted(Map.Entry.comparingByKey())
        .limit(variables.get("limit").asInt())
        .map(entry -> held(entry.getValue().getKey(), entry.getValue().getValue()))
        .toList();
  }

  /** Among all that are held. */
  private record Place(Instant expiresAt, String id) implements Comparable<Place> {

    static Place of(Map.Entry<UUID, Held> entry) {
      return new Place(
          entry.getValue().expiresAt().toInstant().truncatedTo(ChronoUnit.MILLIS),
          entry.getKey().toString());
    }

    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::expiresAt).thenComparing(Place::id).compare(this, other);
    }
  }

  private static Map<String, Object> held(UUID id, Held held) {
    String expiresAt = held.expiresAt().truncatedTo(ChronoUnit.MILLIS).toString();
    return Map.of(
        "id", id,
        "createdAt", expiresAt,
        "expiresAt", expiresAt,
        "lines",
            held.lines().entrySet().stream()
                .map(line -> Map.of("productId", line.getKey(), "quantity", line.getValue()))
                .toList());
  }

  private Map<String, Object> reserve(JsonNode input) {
    List<Map<String, Object>> errors = new ArrayList<>();
    Map<UUID, Held> wanted = new LinkedHashMap<>();
    for (JsonNode one : input.get("reservations")) {
      UUID id = UUID.fromString(one.get("id").asString());
      Map<UUID, Integer> lines = new LinkedHashMap<>();
      one.get("lines")
          .forEach(
              line ->
                  lines.put(
                      UUID.fromString(line.get("productId").asString()),
                      line.get("quantity").asInt()));
      Held held = new Held(Status.ACTIVE, lines, time(one.get("expiresAt")));
      Held known = reservations.get(id);
      if (known == null) {
        wanted.put(id, held);
      } else if (known.status() != Status.ACTIVE || !known.lines().equals(lines)) {
        errors.add(Map.of("code", "RESERVATION_ID_USED", "message", "", "reservationId", id));
      }
    }
    wanted.forEach(
        (id, held) ->
            held.lines()
                .forEach(
                    (product, quantity) -> {
                      if (free(product) < quantity) {
                        errors.add(
                            Map.of(
                                "code",
                                "OUT_OF_STOCK",
                                "message",
                                "",
                                "reservationId",
                                id,
                                "productId",
                                product,
                                "available",
                                free(product)));
                      }
                    }));
    if (!errors.isEmpty()) {
      return Map.of("errors", errors);
    }
    reservations.putAll(wanted);
    List<Map<String, Object>> answer = new ArrayList<>();
    for (JsonNode one : input.get("reservations")) {
      Held held =
          Objects.requireNonNull(reservations.get(UUID.fromString(one.get("id").asString())));
      // As inventory's scalar says it.
      answer.add(Map.of("expiresAt", held.expiresAt().truncatedTo(ChronoUnit.MILLIS).toString()));
    }
    return Map.of("reservations", answer, "errors", List.of());
  }

  /** As inventory keeps it. */
  private static OffsetDateTime time(JsonNode text) {
    return OffsetDateTime.parse(text.asString()).truncatedTo(ChronoUnit.MILLIS);
  }

  private Map<String, Object> extend(List<UUID> ids, JsonNode until) {
    OffsetDateTime later = time(until);
    List<Map<String, Object>> errors = new ArrayList<>();
    for (UUID id : ids) {
      Held held = reservations.get(id);
      if (held == null || held.status() != Status.ACTIVE) {
        errors.add(refusal(id, held));
      }
    }
    if (errors.isEmpty()) {
      ids.forEach(
          id ->
              reservations.computeIfPresent(
                  id,
                  (same, held) ->
                      held.expiresAt().isBefore(later)
                          ? new Held(held.status(), held.lines(), later)
                          : held));
    }
    return Map.of("errors", errors);
  }

  private Map<String, Object> end(List<UUID> ids, Status end) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (UUID id : ids) {
      Held held = reservations.get(id);
      if (held != null && held.status() == Status.ACTIVE) {
        reservations.put(id, held.now(end));
        if (end == Status.COMMITTED) {
          held.lines()
              .forEach((product, quantity) -> onHand.merge(product, -quantity, Integer::sum));
        }
      } else if (!isDone(held, end)) {
        errors.add(refusal(id, held));
      }
    }
    return Map.of("errors", errors);
  }

  private Map<String, Object> giveBack(List<UUID> ids) {
    for (UUID id : ids) {
      Held held = reservations.get(id);
      if (held != null && held.status() == Status.COMMITTED) {
        reservations.put(id, held.now(Status.RETURNED));
        held.lines().forEach((product, quantity) -> onHand.merge(product, quantity, Integer::sum));
      } else if (held != null && held.status() == Status.ACTIVE) {
        reservations.put(id, held.now(Status.RELEASED));
      }
    }
    return Map.of("errors", List.of());
  }

  private static boolean isDone(@Nullable Held held, Status end) {
    return end == Status.COMMITTED
        ? held != null && (held.status() == Status.COMMITTED || held.status() == Status.RETURNED)
        : held == null || held.status() != Status.COMMITTED;
  }

  private static Map<String, Object> refusal(UUID id, @Nullable Held held) {
    return Map.of(
        "code",
        held == null ? "RESERVATION_NOT_FOUND" : "RESERVATION_ENDED",
        "message",
        "it is " + (held == null ? "not there" : held.status()),
        "reservationId",
        id);
  }

  private void expireDue() {
    OffsetDateTime now = OffsetDateTime.now();
    reservations.replaceAll(
        (id, held) ->
            held.status() == Status.ACTIVE && held.expiresAt().isBefore(now)
                ? held.now(Status.EXPIRED)
                : held);
  }
}
