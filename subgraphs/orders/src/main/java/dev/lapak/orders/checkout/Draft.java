package dev.lapak.orders.checkout;

import dev.lapak.orders.order.OrderLine;
import dev.lapak.orders.reservation.Reservation;
import dev.lapak.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order that is not written yet. */
public record Draft(UUID sellerId, List<Line> lines, Money total) {

  public Draft {
    lines = List.copyOf(lines);
  }

  Reservation reservation(UUID id, Instant expiresAt) {
    return new Reservation(
        id,
        expiresAt,
        lines.stream()
            .map(
                line ->
                    new Reservation.Line(line.snapshot().productId(), line.snapshot().quantity()))
            .toList());
  }

  /** What these come to, per currency. */
  static List<Money> totals(List<Draft> drafts) {
    return Money.sums(drafts.stream().map(Draft::total));
  }

  /** A line with its place in the checkout. */
  public record Line(int place, OrderLine snapshot) {}
}
