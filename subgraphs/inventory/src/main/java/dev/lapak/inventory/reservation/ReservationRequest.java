package dev.lapak.inventory.reservation;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A reservation that is asked for.
 *
 * @param id made by the caller
 * @param lines how many of each product
 */
public record ReservationRequest(UUID id, OffsetDateTime expiresAt, Map<UUID, Integer> lines) {

  public ReservationRequest {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }
}
