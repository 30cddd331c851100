package dev.lapak.inventory.reservation.graphql;

import dev.lapak.inventory.reservation.ReservationRequest;
import dev.lapak.inventory.reservation.ReserveCall;
import dev.lapak.platform.error.RequestException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

record ReserveStockInput(List<ReservationInput> reservations) {

  private static final int MAX_LINES = 1_000;
  private static final int MAX_QUANTITY = 1_000_000;

  /** What is asked for, if it is within its bounds; else {@code BAD_USER_INPUT}. */
  ReserveCall toCall() {
    ReservationIds.requireCount("reservations", reservations.size());
    Set<UUID> ids = new HashSet<>();
    List<ReservationRequest> requests =
        reservations.stream().map(ReservationInput::toRequest).toList();
    int lines = 0;
    for (ReservationRequest request : requests) {
      lines += request.lines().size();
      require(ids.add(request.id()), "each reservation is asked for once.");
    }
    require(lines <= MAX_LINES, "all reservations have at most %,d lines.", MAX_LINES);
    return new ReserveCall(requests);
  }

  /** The same of each, and within the bounds of all. */
  static List<ReserveCall> toCalls(List<ReserveStockInput> inputs) {
    ReservationIds.requireCount("inputs", inputs.size());
    List<ReserveCall> calls = inputs.stream().map(ReserveStockInput::toCall).toList();
    require(
        calls.stream()
                .flatMap(call -> call.reservations().stream())
                .mapToInt(ReserveStockInput::lines)
                .sum()
            <= MAX_LINES,
        "all reservations have at most %,d lines.",
        MAX_LINES);
    return calls;
  }

  private static int lines(ReservationRequest reservation) {
    return reservation.lines().size();
  }

  private static void require(boolean condition, String message, Object... arguments) {
    if (!condition) {
      throw RequestException.badUserInput("reservations: " + message.formatted(arguments));
    }
  }

  record ReservationInput(String id, OffsetDateTime expiresAt, List<ReservationLineInput> lines) {

    private ReservationRequest toRequest() {
      require(!lines.isEmpty(), "each has lines.");
      require(expiresAt.isAfter(OffsetDateTime.now()), "expiresAt is in the future.");
      Map<UUID, Integer> quantities = new LinkedHashMap<>();
      for (ReservationLineInput line : lines) {
        require(
            line.quantity() >= 1 && line.quantity() <= MAX_QUANTITY,
            "a quantity is 1 to %,d, not %,d.",
            MAX_QUANTITY,
            line.quantity());
        UUID product = ReservationIds.parse("productId", line.productId());
        require(
            quantities.put(product, line.quantity()) == null, "a reservation has a product once.");
      }
      return new ReservationRequest(
          ReservationIds.parse("id", id), Expiry.of(expiresAt), quantities);
    }
  }

  record ReservationLineInput(String productId, int quantity) {}
}
