package dev.lapak.local.replay;

import dev.lapak.local.demo.Listing;
import dev.lapak.local.state.SetupException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What everything costs and who sells it, from the catalogue's file: not from the system. */
final class PriceList {

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
    Map<String, Integer> demand = new TreeMap<>();
    TreeSet<String> unknown = new TreeSet<>();
    for (Invoice invoice : invoices) {
      for (Invoice.Line line : invoice.lines()) {
        if (bySku.containsKey(line.sku())) {
          demand.merge(line.sku(), line.quantity(), Math::addExact);
        } else {
          unknown.add(line.sku());
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new SetupException(
          "%,d SKUs are not in the demo catalogue, such as %s."
              .formatted(unknown.size(), unknown.first()));
    }
    return demand;
  }
}
