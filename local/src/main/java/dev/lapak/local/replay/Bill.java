package dev.lapak.local.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an order must come to, worked out apart from the system.
 *
 * @param quantities by SKU
 */
record Bill(Map<String, Integer> quantities, PriceList prices) {

  private static final int PENCE = 2;

  /** An invoice's, by the seller's key. */
  static Map<String, Bill> of(Invoice invoice, PriceList prices) {
    Map<String, Bill> bills = new LinkedHashMap<>();
    for (Invoice.Line line : invoice.lines()) {
      bills
          .computeIfAbsent(prices.seller(line.sku()), seller -> new Bill(new TreeMap<>(), prices))
          .quantities
          .merge(line.sku(), line.quantity(), Integer::sum);
    }
    return bills;
  }

  BigDecimal total() {
    return quantities.keySet().stream().map(this::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of one line: half a penny goes to the even one. */
  BigDecimal total(String sku) {
    BigDecimal quantity = BigDecimal.valueOf(quantities.getOrDefault(sku, 0));
    return prices.price(sku).multiply(quantity).setScale(PENCE, RoundingMode.HALF_EVEN);
  }
}
