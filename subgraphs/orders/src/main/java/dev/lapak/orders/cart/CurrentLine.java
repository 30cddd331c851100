package dev.lapak.orders.cart;

import dev.lapak.orders.catalogue.Catalogue;
import dev.lapak.platform.money.Money;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line with what is known of its product now.
 *
 * @param isKnown whether products answered
 * @param now null where the product is not there any more, or not known
 * @param available null where it is not known
 */
public record CurrentLine(
    CartLine line, boolean isKnown, Catalogue.@Nullable Product now, @Nullable Integer available) {

  public UUID productId() {
    return line.productId();
  }

  public String title() {
    return line.title();
  }

  public int quantity() {
    return line.quantity();
  }

  public OffsetDateTime addedAt() {
    return line.addedAt();
  }

  public @Nullable Money unitPrice() {
    return now == null ? null : now.price();
  }

  public @Nullable Money total() {
    return now == null ? null : now.price().times(line.quantity());
  }

  boolean isOnSale() {
    return now != null && !now.archived();
  }

  /** What is otherwise than when it was put in; null where that is not known. */
  public @Nullable List<CartLineChange> changes() {
    if (!isKnown) {
      return null;
    }
    if (now == null) {
      return List.of(CartLineChange.GONE);
    }
    List<CartLineChange> changes = new ArrayList<>();
    if (!now.price().equals(line.unitPrice())) {
      changes.add(CartLineChange.priceChanged(line.unitPrice(), now.price()));
    }
    if (now.archived()) {
      changes.add(CartLineChange.ARCHIVED);
    }
    if (available != null && available < line.quantity()) {
      changes.add(CartLineChange.tooFew(available));
    }
    return changes;
  }
}
