package dev.lapak.local.replay;

import dev.lapak.local.demo.Accounts;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** All invoices: the shelves are filled, everybody shops, everything is counted. */
final class Day {

  /** Reservations end soon after their orders. */
  private static final Duration SETTLED = Duration.ofSeconds(60);

  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final Options options;
  private final Accounts accounts;
  private final PriceList prices;
  private final PrintStream out;
  private final String run = "replay " + UUID.randomUUID();

  Day(Options options, Accounts accounts, PriceList prices, PrintStream out) {
    this.options = options;
    this.accounts = accounts;
    this.prices = prices;
    this.out = out;
  }

  Audit of(List<Invoice> invoices, Map<String, Integer> demand)
      throws InterruptedException, ExecutionException {
    Shelves shelves = Shelves.enter(accounts);
    Map<String, String> ids = shelves.fill(demand, run, new Progress(out, "stock", demand.size()));
    OffsetDateTime begin = OffsetDateTime.now(ZoneOffset.UTC);
    List<Purchase> purchases = shop(invoices, ids);
    tell(purchases);
    Audit audit = new Audit(prices, shelves);
    read(audit, purchases, begin);
    Map<String, Integer> cancelled = cancelled(purchases);
    audit.ofStock(cancelled, free(shelves, cancelled, demand.keySet()));
    return audit;
  }

  private List<Purchase> shop(List<Invoice> invoices, Map<String, String> ids)
      throws InterruptedException, ExecutionException {
    Map<String, Customer> customers = new HashMap<>();
    Progress progress = new Progress(out, "checkouts", invoices.size());
    List<Callable<Purchase>> errands = new ArrayList<>();
    for (Invoice invoice : invoices) {
      String who = invoice.isOfGuest() ? "guest " + invoice.number() : invoice.customer();
      Customer customer =
          customers.computeIfAbsent(
              who, first -> Customer.of(invoice, accounts.nobody(), accounts.password()));
      errands.add(
          () -> {
            Purchase purchase = new Errand(invoice, customer, ids, run, options.seed()).run();
            progress.add(1);
            return purchase;
          });
    }
    return atOnce(errands);
  }

  private void read(Audit audit, List<Purchase> purchases, OffsetDateTime begin)
      throws InterruptedException, ExecutionException {
    Map<Customer, List<Purchase>> byBuyer =
        purchases.stream()
            .collect(
                Collectors.groupingBy(Purchase::buyer, LinkedHashMap::new, Collectors.toList()));
    Progress progress = new Progress(out, "buyers' orders", byBuyer.size());
    List<Callable<Boolean>> readings = new ArrayList<>();
    byBuyer.forEach(
        (buyer, own) ->
            readings.add(
                () -> {
                  audit.of(buyer, own, begin);
                  progress.add(1);
                  return true;
                }));
    atOnce(readings);
  }

  private <T> List<T> atOnce(List<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(options.buyers())) {
      try {
        for (Future<T> each : work.stream().map(threads::submit).toList()) {
          results.add(each.get());
        }
      } finally {
        threads.shutdownNow();
      }
    }
    return results;
  }

  private void tell(Collection<Purchase> purchases) {
    Map<Mischief, Long> mischief =
        purchases.stream()
            .collect(
                Collectors.groupingBy(Purchase::mischief, TreeMap::new, Collectors.counting()));
    out.printf(
        "  %,d cancelled; what went wrong at checkouts: %s%n",
        purchases.stream().filter(Purchase::cancelled).count(), mischief);
  }

  private static Map<String, Integer> cancelled(Collection<Purchase> purchases) {
    Map<String, Integer> cancelled = new HashMap<>();
    purchases.stream()
        .filter(Purchase::cancelled)
        .flatMap(purchase -> purchase.invoice().lines().stream())
        .forEach(line -> cancelled.merge(line.sku(), line.quantity(), Integer::sum));
    return cancelled;
  }

  /** How many are free of each SKU, when all is settled or it has taken too long. */
  private static Map<String, Integer> free(
      Shelves shelves, Map<String, Integer> expected, Collection<String> skus)
      throws InterruptedException {
    Instant end = Instant.now().plus(SETTLED);
    while (true) {
      Map<String, Shelves.Goods> goods = shelves.read();
      Map<String, Integer> free =
          skus.stream()
              .collect(
                  Collectors.toMap(
                      sku -> sku,
                      sku -> Objects.requireNonNull(goods.get(sku), sku).availability().total()));
      boolean settled =
          free.entrySet().stream()
              .allMatch(sku -> sku.getValue().equals(expected.getOrDefault(sku.getKey(), 0)));
      if (settled || Instant.now().isAfter(end)) {
        return free;
      }
      Thread.sleep(GLANCE);
    }
  }
}
