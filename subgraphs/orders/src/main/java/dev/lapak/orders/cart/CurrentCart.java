package dev.lapak.orders.cart;

import dev.lapak.orders.catalogue.Catalogue;
import dev.lapak.platform.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart with what is known of its products now.
 *
 * @param isKnown whether products answered
 */
public record CurrentCart(List<CurrentLine> lines, boolean isKnown) {

  public CurrentCart {
    lines = List.copyOf(lines);
  }

  /** Nothing where somebody did not answer, or was not asked. */
  static CurrentCart of(
      Cart cart,
      Optional<Map<UUID, Catalogue.Product>> products,
      Optional<Map<UUID, Integer>> available) {
    return new CurrentCart(
        cart.lines().stream()
            .map(
                line ->
                    new CurrentLine(
                        line,
                        products.isPresent(),
                        products.map(all -> all.get(line.productId())).orElse(null),
                        available.map(all -> all.get(line.productId())).orElse(null)))
            .toList(),
        products.isPresent());
  }

  /** What can be bought costs so much, per currency; null where that is not known. */
  public @Nullable List<Money> totals() {
    return isKnown
        ? Money.sums(
            lines.stream()
                .filter(CurrentLine::isOnSale)
                .map(CurrentLine::total)
                .filter(Objects::nonNull))
        : null;
  }
}
