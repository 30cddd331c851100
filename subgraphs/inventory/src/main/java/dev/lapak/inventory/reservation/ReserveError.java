package dev.lapak.inventory.reservation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing was reserved.
 *
 * @param productId of which there are too few
 * @param available how many of it can be had
 */
public record ReserveError(
    ReserveErrorCode code,
    String message,
    UUID reservationId,
    @Nullable UUID productId,
    @Nullable Integer available) {

  static ReserveError outOfStock(UUID reservation, UUID product, int available) {
    return new ReserveError(
        ReserveErrorCode.OUT_OF_STOCK,
        "%d can be had.".formatted(available),
        reservation,
        product,
        available);
  }

  static ReserveError idUsed(UUID reservation) {
    return new ReserveError(
        ReserveErrorCode.RESERVATION_ID_USED,
        "This id was used with other lines, or is not active any more.",
        reservation,
        null,
        null);
  }
}
