package dev.lapak.load.workload;

import dev.lapak.load.running.Door;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Checkouts of one item: any product or one, any of several buyers, a key of its own. */
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

  private final String name;
  private final Buyers buyers;
  private final Supplier<String> product;
  private final long payWithinSeconds;

  private Checkouts(String name, Buyers buyers, Supplier<String> product, Duration payWithin) {
    this.name = name;
    this.buyers = buyers;
    this.product = product;
    this.payWithinSeconds = payWithin.toSeconds();
  }

  /**
   * Of all products of the catalogue.
   *
   * @param payWithin when the orders expire, so that their stock is free again: better after the
   *     bench's end, for expiring costs CPU too
   */
  public static Checkouts ofAll(Door door, Catalogue catalogue, Duration payWithin) {
    Stock stock = new Stock(catalogue);
    return new Checkouts(
        CHECKOUT, Buyers.register(door, BUYERS), () -> stock.take().id(), payWithin);
  }

  /** By the same buyers, of that product alone, of which there must be plenty. */
  public Checkouts ofOne(String productId) {
    return new Checkouts(
        CHECKOUT + ", hot", buyers, () -> productId, Duration.ofSeconds(payWithinSeconds));
  }

  public Workload at(Target target) {
    return new Workload(
        name,
        target,
        () -> target.with("authorization", "Bearer " + buyers.anyToken()).headers(),
        () -> OPERATION.with(input()),
        new Expectation(ORDER, 1));
  }

  private String input() {
    return """
        {"input":{"idempotencyKey":"%s","lines":[{"productId":"%s","quantity":1}],\
        "payWithinSeconds":%d}}"""
        .formatted(UUID.randomUUID(), product.get(), payWithinSeconds);
  }
}
