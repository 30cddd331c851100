package dev.lapak.orders.reservation.remote;

import dev.lapak.orders.Gathering;
import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.reservation.Refusal;
import dev.lapak.orders.reservation.Reservation;
import dev.lapak.orders.reservation.Reservations;
import dev.lapak.orders.reservation.Reserving;
import dev.lapak.platform.remote.RemoteProperties;
import dev.lapak.platform.remote.Subgraphs;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class InventorySubgraph implements Reservations {

  private static final String RESERVE =
      """
      mutation Reserve($input: ReserveStockInput!) {
        reserveStock(input: $input) { reservations { expiresAt } errors { code productId available } }
      }""";

  private static final String RESERVE_FOR_EACH =
      """
      mutation ReserveForEach($inputs: [ReserveStockInput!]!) {
        reserveStockForEach(inputs: $inputs) {
          reservations { expiresAt } errors { code productId available }
        }
      }""";

  private static final String EXTEND =
      """
      mutation Extend($input: ExtendReservationsInput!) {
        extendReservations(input: $input) { errors { code message reservationId } }
      }""";

  private static final String COMMIT =
      """
      mutation Commit($input: CommitReservationsInput!) {
        commitReservations(input: $input) { errors { code message reservationId } }
      }""";

  private static final String RELEASE =
      """
      mutation Release($input: ReleaseReservationsInput!) {
        releaseReservations(input: $input) { errors { code message reservationId } }
      }""";

  private static final String RETURN =
      """
      mutation Return($input: ReturnReservationsInput!) {
        returnReservations(input: $input) { errors { code message reservationId } }
      }""";

  private final HttpGraphQlClient inventory;
  private final Duration timeout;
  private final Gathering<List<Reservation>, Reserving> reserving =
      new Gathering<>(InventorySubgraph::lines, this::reserveForEach);

  InventorySubgraph(Subgraphs subgraphs, RemoteProperties remote) {
    this.inventory = subgraphs.named("inventory");
    this.timeout = remote.timeout();
  }

  @Override
  public Mono<Reserving> reserve(List<Reservation> wanted) {
    return reserving.ask(wanted);
  }

  private static int lines(List<Reservation> wanted) {
    return wanted.stream().mapToInt(reservation -> reservation.lines().size()).sum();
  }

  private Mono<List<Reserving>> reserveForEach(List<List<Reservation>> wanted) {
    return wanted.size() == 1
        ? ask(
                RESERVE,
                "reserveStock",
                Map.of("reservations", wanted.getFirst()),
                ReservePayload.class)
            .map(payload -> List.of(payload.reserving()))
        : guarded(
            inventory
                .document(RESERVE_FOR_EACH)
                .variable(
                    "inputs", wanted.stream().map(one -> Map.of("reservations", one)).toList())
                .retrieve("reserveStockForEach")
                .toEntityList(ReservePayload.class)
                .map(payloads -> payloads.stream().map(ReservePayload::reserving).toList()));
  }

  @Override
  public Mono<Boolean> extend(Collection<UUID> ids, Instant until) {
    return ask(
            EXTEND, "extendReservations", Map.of("ids", ids, "expiresAt", until), EachPayload.class)
        .map(payload -> payload.errors().isEmpty());
  }

  @Override
  public Mono<List<Refusal>> commit(Collection<UUID> ids) {
    return ask(COMMIT, "commitReservations", Map.of("ids", ids), EachPayload.class)
        .map(EachPayload::errors);
  }

  @Override
  public Mono<List<Refusal>> release(Collection<UUID> ids) {
    return ask(RELEASE, "releaseReservations", Map.of("ids", ids), EachPayload.class)
        .map(EachPayload::errors);
  }

  @Override
  public Mono<List<Refusal>> giveBack(Collection<UUID> ids) {
    return ask(RETURN, "returnReservations", Map.of("ids", ids), EachPayload.class)
        .map(EachPayload::errors);
  }

  private <T> Mono<T> ask(
      String document, String field, Map<String, Object> input, Class<T> payload) {
    return guarded(
        inventory.document(document).variable("input", input).retrieve(field).toEntity(payload));
  }

  private <T> Mono<T> guarded(Mono<T> answer) {
    return answer
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
        .timeout(timeout)
        .onErrorMap(failure -> new UnavailableException("inventory", failure));
  }

  record ReservePayload(@Nullable List<Lease> reservations, List<ReserveError> errors) {

    Reserving reserving() {
      if (reservations != null && errors.isEmpty()) {
        return new Reserving.Held(
            reservations.stream()
                .map(lease -> lease.expiresAt().toInstant())
                .min(Instant::compareTo)
                .orElseThrow());
      }
      if (errors.stream().anyMatch(error -> error.code().equals("RESERVATION_ID_USED"))) {
        return new Reserving.Ended();
      }
      return new Reserving.Short(errors.stream().map(ReserveError::shortage).toList());
    }
  }

  record Lease(OffsetDateTime expiresAt) {}

  record ReserveError(String code, @Nullable UUID productId, @Nullable Integer available) {

    Reserving.Shortage shortage() {
      return new Reserving.Shortage(Objects.requireNonNull(productId), available);
    }
  }

  record EachPayload(List<Refusal> errors) {}
}
