package dev.lapak.local.replay;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one checkout is to buy.
 *
 * @param customer who buys; empty for a guest
 * @param lines in the file's order; a SKU may come again
 */
record Invoice(String number, String customer, List<Line> lines) {

  /** The most lines that a checkout takes. */
  static final int MAX_LINES = 1_000;

  record Line(String sku, int quantity) {}

  Invoice {
    lines = List.copyOf(lines);
  }

  /** How many of each SKU there are. */
  static Map<String, Long> pieces(List<Line> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::sku, Collectors.summingLong(Line::quantity)));
  }

  boolean isOfGuest() {
    return customer.isEmpty();
  }
}
