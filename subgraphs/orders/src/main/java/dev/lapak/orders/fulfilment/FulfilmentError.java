package dev.lapak.orders.fulfilment;

import dev.lapak.orders.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expected failure of confirming, shipping, delivering and completing. */
public record FulfilmentError(
    FulfilmentErrorCode code, String message, List<String> path, @Nullable OrderStatus status) {

  static final FulfilmentError NOT_FOUND =
      new FulfilmentError(
          FulfilmentErrorCode.ORDER_NOT_FOUND,
          "There is no such order of which you may say so.",
          List.of("orderId"),
          null);

  static final FulfilmentError CARRIER =
      of(FulfilmentErrorCode.CARRIER_LENGTH, "carrier", "A carrier is 1 to 100 characters.");

  static final FulfilmentError TRACKING_NUMBER =
      of(
          FulfilmentErrorCode.TRACKING_NUMBER_LENGTH,
          "trackingNumber",
          "A tracking number is 1 to 100 characters.");

  static final FulfilmentError TRACKING_URL =
      of(
          FulfilmentErrorCode.TRACKING_URL_INVALID,
          "trackingUrl",
          "A tracking URL is an https or http URL with a host, at most 2,000 characters.");

  static FulfilmentError wrongStatus(OrderStatus status) {
    return new FulfilmentError(
        FulfilmentErrorCode.WRONG_STATUS,
        "The order is " + status + ".",
        List.of("orderId"),
        status);
  }

  static FulfilmentError shippedOtherwise(OrderStatus status) {
    return new FulfilmentError(
        FulfilmentErrorCode.WRONG_STATUS,
        "The order was shipped before, otherwise.",
        List.of("orderId"),
        status);
  }

  private static FulfilmentError of(FulfilmentErrorCode code, String field, String message) {
    return new FulfilmentError(code, message, List.of(field), null);
  }
}
