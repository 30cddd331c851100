package dev.lapak.orders.cart;

import dev.lapak.orders.catalogue.Catalogue;
import dev.lapak.platform.money.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A product in a cart, as it was when its owner last changed the line.
 *
 * @param addedAt when it was put in first
 */
public record CartLine(
    UUID productId, int quantity, OffsetDateTime addedAt, String title, Money unitPrice) {

  /** For an order, too. */
  static final int MAX_QUANTITY = 1_000_000;

  static CartLine of(Catalogue.Product product, int quantity, Instant now) {
    return new CartLine(
        product.id(), quantity, now.atOffset(ZoneOffset.UTC), product.title(), product.price());
  }

  /** So many, of what its owner sees now. */
  CartLine changed(int newQuantity, CartLine now) {
    return new CartLine(productId, newQuantity, addedAt, now.title, now.unitPrice);
  }

  static boolean isQuantity(long quantity) {
    return quantity >= 1 && quantity <= MAX_QUANTITY;
  }
}
