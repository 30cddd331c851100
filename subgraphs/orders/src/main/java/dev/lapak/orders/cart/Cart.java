package dev.lapak.orders.cart;

import dev.lapak.platform.outcome.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param lines each product once, in the order in which they were put in
 */
public record Cart(List<CartLine> lines) {

  static final int MAX_LINES = 1_000;

  public Cart {
    lines = List.copyOf(lines);
  }

  Outcome<Cart, CartError> add(CartLine more) {
    CartLine there = line(more.productId());
    long quantity = (there == null ? 0L : there.quantity()) + more.quantity();
    return CartLine.isQuantity(quantity)
        ? with(there == null ? more : there.changed((int) quantity, more))
        : Outcome.refused(CartError.tooMany());
  }

  /**
   * @param expected how many there must be now; null for any number
   */
  Outcome<Cart, CartError> set(CartLine wanted, @Nullable Integer expected) {
    CartLine there = line(wanted.productId());
    int quantity = there == null ? 0 : there.quantity();
    if (expected != null && expected != quantity) {
      return Outcome.refused(CartError.quantityChanged(quantity));
    }
    return with(there == null ? wanted : there.changed(wanted.quantity(), wanted));
  }

  Outcome<Cart, CartError> remove(UUID product) {
    return Outcome.done(
        new Cart(lines.stream().filter(line -> !line.productId().equals(product)).toList()));
  }

  /** With all of another one, as far as a line can hold it. */
  Outcome<Cart, CartError> takeOver(Cart other) {
    Map<UUID, CartLine> all = byProduct();
    other.lines.forEach(
        line ->
            all.merge(
                line.productId(),
                line,
                (own, theirs) ->
                    own.changed(
                        Math.min(own.quantity() + theirs.quantity(), CartLine.MAX_QUANTITY), own)));
    return bounded(all.values(), "guestToken");
  }

  private Outcome<Cart, CartError> with(CartLine line) {
    Map<UUID, CartLine> all = byProduct();
    all.put(line.productId(), line);
    return bounded(all.values(), "productId");
  }

  private static Outcome<Cart, CartError> bounded(Collection<CartLine> lines, String field) {
    return lines.size() > MAX_LINES
        ? Outcome.refused(CartError.tooManyLines(field))
        : Outcome.done(new Cart(List.copyOf(lines)));
  }

  private @Nullable CartLine line(UUID product) {
    return byProduct().get(product);
  }

  private Map<UUID, CartLine> byProduct() {
    Map<UUID, CartLine> all = new LinkedHashMap<>();
    lines.forEach(line -> all.put(line.productId(), line));
    return all;
  }
}
