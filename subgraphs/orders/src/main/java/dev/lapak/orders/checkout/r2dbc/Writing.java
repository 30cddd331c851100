package dev.lapak.orders.checkout.r2dbc;

import dev.lapak.orders.checkout.Attempt;
import dev.lapak.orders.checkout.CheckoutRequest;
import dev.lapak.orders.checkout.Draft;
import dev.lapak.orders.checkout.Purchases;
import dev.lapak.orders.order.BankAccount;
import dev.lapak.orders.order.OrderLine;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A purchase to be written. */
record Writing(Attempt attempt, CheckoutRequest request, Purchases.Contents contents) {

  /** How many rows it is, about. */
  int size() {
    return contents.drafts().stream().mapToInt(draft -> draft.lines().size()).sum();
  }

  Stream<OrderRow> orders() {
    return IntStream.range(0, contents.drafts().size())
        .mapToObj(
            i -> {
              Draft draft = contents.drafts().get(i);
              return new OrderRow(
                  attempt.id(),
                  draft,
                  Objects.requireNonNull(contents.accounts().get(draft.sellerId())),
                  contents.reservations().get(i),
                  (double) contents.payWithin().toSeconds(),
                  contents.heldUntil().atOffset(ZoneOffset.UTC));
            });
  }

  record OrderRow(
      UUID attempt,
      Draft draft,
      BankAccount account,
      UUID reservation,
      double payWithin,
      OffsetDateTime heldUntil) {

    UUID seller() {
      return draft.sellerId();
    }

    String currency() {
      return draft.total().currency().getCurrencyCode();
    }

    Stream<LineRow> lines() {
      return draft.lines().stream()
          .map(line -> new LineRow(reservation, line.place(), line.snapshot()));
    }
  }

  /** A line, told by its order's reservation, which is no other order's. */
  record LineRow(UUID reservation, int place, OrderLine line) {}
}
