package dev.lapak.orders.sales;

import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose sales to compare.
 *
 * @param sellerId only of this seller; of all if null
 * @param currency only in this one; in all if null
 */
public record Ranking(
    Of of, SalesRange range, @Nullable UUID sellerId, @Nullable Currency currency) {

  /** What is compared. */
  public enum Of {
    SELLERS,
    PRODUCTS
  }

  /** Names the list, so that a cursor is not taken for another one's. */
  public String name() {
    return "sales " + this;
  }
}
