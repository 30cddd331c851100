package dev.lapak.local.replay;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what was bought with what the invoices must come to. */
final class Audit {

  private final PriceList prices;
  private final Shelves shelves;
  private final List<String> differences = new ArrayList<>();
  private BigDecimal expected = BigDecimal.ZERO;
  private BigDecimal expectedCancelled = BigDecimal.ZERO;
  private BigDecimal found = BigDecimal.ZERO;
  private BigDecimal foundCancelled = BigDecimal.ZERO;
  private int orders;

  Audit(PriceList prices, Shelves shelves) {
    this.prices = prices;
    this.shelves = shelves;
  }

  /**
   * Reads all that a buyer placed, and finds each order of the invoices and no other.
   *
   * @param purchases all of that buyer's
   */
  void of(Customer buyer, List<Purchase> purchases, OffsetDateTime since) {
    compare(buyer, purchases, FoundOrder.all(buyer.person(), since));
  }

  private synchronized void compare(
      Customer buyer, List<Purchase> purchases, Map<String, FoundOrder> read) {
    read.values().forEach(this::add);
    Map<String, FoundOrder> left = new HashMap<>(read);
    for (Purchase purchase : purchases) {
      List<FoundOrder> own = new ArrayList<>();
      for (String id : purchase.orders()) {
        FoundOrder order = left.remove(id);
        if (order == null) {
          differ(purchase, "order %s is not there".formatted(id));
        } else {
          own.add(order);
        }
      }
      compare(purchase, own);
    }
    left.values().forEach(order -> differences.add("%s has one more: %s".formatted(buyer, order)));
  }

  private void add(FoundOrder order) {
    orders++;
    found = found.add(order.total().amount());
    if (order.isCancelled()) {
      foundCancelled = foundCancelled.add(order.total().amount());
    }
  }

  private void compare(Purchase purchase, List<FoundOrder> own) {
    Map<String, FoundOrder> bySeller = new HashMap<>();
    own.forEach(order -> bySeller.put(order.seller().id(), order));
    Map<String, Bill> bills = Bill.of(purchase.invoice(), prices);
    if (bills.size() != own.size()) {
      differ(purchase, "%d orders, not %d".formatted(own.size(), bills.size()));
    }
    bills.forEach(
        (seller, bill) -> {
          expected = expected.add(bill.total());
          if (purchase.cancelled()) {
            expectedCancelled = expectedCancelled.add(bill.total());
          }
          FoundOrder order = bySeller.get(shelves.sellerId(seller));
          if (order == null) {
            differ(purchase, "no order of " + seller);
          } else {
            compare(purchase, bill, order);
          }
        });
  }

  private void compare(Purchase purchase, Bill bill, FoundOrder order) {
    String status = purchase.cancelled() ? "CANCELLED" : "PENDING_PAYMENT";
    if (!order.status().equals(status)) {
      differ(purchase, "%s is %s, not %s".formatted(order.id(), order.status(), status));
    }
    if (!order.total().isPounds(bill.total())) {
      differ(purchase, "%s is %s, not %s".formatted(order.id(), order.total(), bill.total()));
    }
    if (!order.quantities().equals(bill.quantities())) {
      differ(purchase, "%s has other lines".formatted(order.id()));
    }
    for (FoundOrder.Line line : order.lines()) {
      if (bill.quantities().containsKey(line.sku())
          && !(line.unitPrice().isPounds(prices.price(line.sku()))
              && line.total().isPounds(bill.total(line.sku())))) {
        differ(
            purchase,
            "%s is not %s, %s".formatted(line, prices.price(line.sku()), bill.total(line.sku())));
      }
    }
  }

  private void differ(Purchase purchase, String what) {
    differences.add("%s (%s): %s".formatted(purchase.key(), purchase.mischief(), what));
  }

  /** What is free again must be what was cancelled, of each product. */
  synchronized void ofStock(Map<String, Integer> cancelled, Map<String, Integer> free) {
    free.forEach(
        (sku, now) -> {
          int back = cancelled.getOrDefault(sku, 0);
          if (now != back) {
            differences.add("%s: %,d are free, not %,d".formatted(sku, now, back));
          }
        });
  }

  synchronized List<String> differences() {
    List<String> all = new ArrayList<>(differences);
    if (expected.compareTo(found) != 0 || expectedCancelled.compareTo(foundCancelled) != 0) {
      all.addFirst("the totals differ");
    }
    return all;
  }

  synchronized String totals() {
    return """
        In the file:   £%,.2f, of which £%,.2f was cancelled
        In the system: £%,.2f, of which £%,.2f was cancelled, in %,d orders"""
        .formatted(expected, expectedCancelled, found, foundCancelled, orders);
  }
}
