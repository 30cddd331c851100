package dev.lapak.load.workload;

import dev.lapak.load.running.Door;
import java.time.Duration;
import java.util.UUID;

/** Checkouts of one item: any product, any of several buyers, a key of its own. */
public final class Checkouts {

  public static final String CHECKOUT = "checkout of 1";

  private static final int BUYERS = 16;
  private static final String ORDER = "number";

  private static final Operation OPERATION =
      new Operation(
          """
          mutation Checkout($input: CheckoutInput!) {
            checkout(input: $input) {
              purchase { id orders { id number status expiresAt total { amount currency } } }
              replayed
              errors { code message }
            }
          }
          """);

  private final Buyers buyers;
  private final Stock stock;
  private final long payWithinSeconds;

  /**
   * @param payWithin when the orders expire, so that their stock is free again: better after the
   *     bench's end, for expiring costs CPU too
   */
  public Checkouts(Door door, Catalogue catalogue, Duration payWithin) {
    buyers = Buyers.register(door, BUYERS);
    stock = new Stock(catalogue);
    payWithinSeconds = payWithin.toSeconds();
  }

  public Workload at(Target target) {
    return new Workload(
        CHECKOUT,
        target,
        () -> target.with("authorization", "Bearer " + buyers.anyToken()).headers(),
        () -> OPERATION.with(input()),
        new Expectation(ORDER, 1));
  }

  private String input() {
    return """
        {"input":{"idempotencyKey":"%s","lines":[{"productId":"%s","quantity":1}],\
        "payWithinSeconds":%d}}"""
        .formatted(UUID.randomUUID(), stock.take().id(), payWithinSeconds);
  }
}
