package dev.lapak.orders.fulfilment;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How an order's goods were sent. */
public record Shipment(
    String carrier, String trackingNumber, @Nullable String trackingUrl, OffsetDateTime shippedAt) {

  boolean isAs(Parcel parcel) {
    return new Parcel(carrier, trackingNumber, trackingUrl).equals(parcel);
  }
}
