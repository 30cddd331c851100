package dev.lapak.orders.sales;

import dev.lapak.orders.sales.SalesSums.PeriodSum;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.viewer.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells sellers what they sold, and admins what anybody did. */
@Service
public class SalesReports {

  private final SalesSums sums;

  SalesReports(SalesSums sums) {
    this.sums = sums;
  }

  /**
   * Whose sales that person may see of those asked for.
   *
   * @param sellerId whose are asked for; all that may be seen if null
   * @return null for everybody's
   */
  public static @Nullable UUID seen(@Nullable UUID sellerId, Viewer viewer) {
    if (viewer.isAdmin()) {
      return sellerId;
    }
    UUID own = viewer.requireSeller();
    if (sellerId != null && !sellerId.equals(own)) {
      throw new RequestException(
          RequestErrorCode.FORBIDDEN, "Another seller's sales are for admins.");
    }
    return own;
  }

  /**
   * A series for each currency in which anything was sold.
   *
   * @param sellerId only of this seller; of all if null
   */
  public Mono<List<SalesSeries>> series(
      @Nullable UUID sellerId,
      OffsetDateTime from,
      OffsetDateTime to,
      SalesUnit unit,
      String timeZone) {
    List<Instant> cuts = SalesRange.of(from, to, unit.longest()).cut(unit, zone(timeZone));
    return sums.byPeriod(sellerId, cuts)
        .collect(Collectors.groupingBy(sum -> sum.sales().paid().currency()))
        .map(
            byCurrency ->
                byCurrency.entrySet().stream()
                    .map(entry -> SalesSeries.of(entry.getKey(), cuts, byIndex(entry.getValue())))
                    .sorted(Comparator.comparing(SalesSeries::currency, BY_CODE))
                    .toList());
  }

  private static final Comparator<Currency> BY_CODE =
      Comparator.comparing(Currency::getCurrencyCode);

  private static Map<Integer, Sales> byIndex(List<PeriodSum> sums) {
    return sums.stream().collect(Collectors.toMap(PeriodSum::period, PeriodSum::sales));
  }

  /** A place's, not an offset or one of Java's own short names. */
  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw RequestException.badUserInput(
          "timeZone must be a name of the IANA time zone database, such as Asia/Jakarta.");
    }
    return ZoneId.of(name);
  }
}
