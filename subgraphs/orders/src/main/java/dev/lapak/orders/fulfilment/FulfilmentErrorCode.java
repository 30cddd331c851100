package dev.lapak.orders.fulfilment;

/** Why an order was not moved on. */
enum FulfilmentErrorCode {
  ORDER_NOT_FOUND,
  WRONG_STATUS,
  CARRIER_LENGTH,
  TRACKING_NUMBER_LENGTH,
  TRACKING_URL_INVALID
}
