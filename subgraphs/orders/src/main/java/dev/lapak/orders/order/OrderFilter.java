package dev.lapak.orders.order;

import dev.lapak.platform.error.RequestException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to; all parts must hold.
 *
 * @param status one of these; any if there are none
 * @param number as orders have it
 * @param placedBefore not that moment itself
 */
public record OrderFilter(
    @Nullable List<OrderStatus> status,
    @Nullable UUID buyerId,
    @Nullable UUID sellerId,
    @Nullable String number,
    @Nullable OffsetDateTime placedFrom,
    @Nullable OffsetDateTime placedBefore,
    @Nullable TotalRange total) {

  /** Of everything. */
  public static final OrderFilter NONE = new OrderFilter(null, null, null, null, null, null, null);

  private static final int HALF_A_NUMBER = 4;

  /** Totals in one currency, both ends included. */
  public record TotalRange(Currency currency, @Nullable BigDecimal min, @Nullable BigDecimal max) {

    public TotalRange {
      BigDecimal floor = min == null ? BigDecimal.ZERO : min;
      if (floor.signum() < 0) {
        throw RequestException.badUserInput("total.min must not be below 0.");
      }
      if (max != null && max.compareTo(floor) < 0) {
        throw RequestException.badUserInput("total.max must not be below total.min, nor below 0.");
      }
    }
  }

  public OrderFilter {
    status = status == null ? null : List.copyOf(status);
    number = number == null ? null : normal(number);
    if (placedFrom != null && placedBefore != null && !placedFrom.isBefore(placedBefore)) {
      throw RequestException.badUserInput("placedBefore must be after placedFrom.");
    }
  }

  public boolean isByTime() {
    return placedFrom != null || placedBefore != null;
  }

  /** As people write it: {@code k7qf3m2p}, too. */
  private static String normal(String number) {
    String plain = number.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return plain.length() <= HALF_A_NUMBER
        ? plain
        : plain.substring(0, HALF_A_NUMBER) + "-" + plain.substring(HALF_A_NUMBER);
  }
}
