package dev.lapak.local.replay;

import dev.lapak.local.demo.Listing;
import dev.lapak.local.state.SetupException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What everything costs and who sells it, from the catalogue's file: not from the system. */
final class PriceList {

  /** What a warehouse can hold of a product. */
  private static final int MOST = 1_000_000_000;

  private final Map<String, Listing> bySku;

  private PriceList(Map<String, Listing> bySku) {
    this.bySku = bySku;
  }

  static PriceList of(Collection<Listing> catalogue) {
    return new PriceList(
        catalogue.stream().collect(Collectors.toMap(Listing::sku, Function.identity())));
  }

  BigDecimal price(String sku) {
    return new BigDecimal(listing(sku).price());
  }

  /** The seller's key. */
  String seller(String sku) {
    return listing(sku).seller();
  }

  private Listing listing(String sku) {
    return Objects.requireNonNull(bySku.get(sku), sku);
  }

  /** How many of each SKU the invoices want together; all of them must be in the catalogue. */
  Map<String, Integer> demand(List<Invoice> invoices) {
    List<Invoice.Line> lines =
        invoices.stream().flatMap(invoice -> invoice.lines().stream()).toList();
    Map<String, Long> pieces = new TreeMap<>(Invoice.pieces(lines));
    List<String> unknown = pieces.keySet().stream().filter(sku -> !bySku.containsKey(sku)).toList();
    if (!unknown.isEmpty()) {
      throw new SetupException(
          "%,d SKUs are not in the demo catalogue, such as %s."
              .formatted(unknown.size(), unknown.getFirst()));
    }
    Map<String, Integer> demand = new TreeMap<>();
    pieces.forEach((sku, count) -> demand.put(sku, stock(sku, count)));
    return demand;
  }

  private static int stock(String sku, long pieces) {
    if (pieces > MOST) {
      throw new SetupException(
          "The file wants %,d of %s: there can't be more than %,d.".formatted(pieces, sku, MOST));
    }
    return (int) pieces;
  }
}
