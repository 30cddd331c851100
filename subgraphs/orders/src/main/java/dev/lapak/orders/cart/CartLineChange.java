package dev.lapak.orders.cart;

import dev.lapak.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is otherwise than when a line was put in.
 *
 * @param earlierPrice with {@code PRICE_CHANGED}
 * @param available with {@code TOO_FEW}: how many can be had
 */
record CartLineChange(
    Code code, String message, @Nullable Money earlierPrice, @Nullable Integer available) {

  static final CartLineChange ARCHIVED =
      new CartLineChange(Code.ARCHIVED, "The product is off sale.", null, null);

  static final CartLineChange GONE =
      new CartLineChange(Code.GONE, "The product is not there any more.", null, null);

  static CartLineChange priceChanged(Money earlier, Money now) {
    return new CartLineChange(
        Code.PRICE_CHANGED, "It cost " + earlier + " and costs " + now + " now.", earlier, null);
  }

  static CartLineChange tooFew(int available) {
    return new CartLineChange(Code.TOO_FEW, "Only " + available + " can be had.", null, available);
  }

  /** What kind of change. */
  enum Code {
    PRICE_CHANGED,
    ARCHIVED,
    GONE,
    TOO_FEW
  }
}
