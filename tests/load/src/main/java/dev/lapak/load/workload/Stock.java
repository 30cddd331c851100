package dev.lapak.load.workload;

import dev.lapak.load.Trouble;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** What may still be bought, so that no checkout of the bench finds a product sold out. */
final class Stock {

  private final Catalogue catalogue;
  private final AtomicIntegerArray left;

  Stock(Catalogue catalogue) {
    this.catalogue = catalogue;
    left =
        new AtomicIntegerArray(
            catalogue.products().stream().mapToInt(Catalogue.Product::stock).toArray());
  }

  long total() {
    long total = 0;
    for (int i = 0; i < left.length(); i++) {
      total += left.get(i);
    }
    return total;
  }

  /** Takes one of any product that has some left. */
  Catalogue.Product take() {
    int begin = ThreadLocalRandom.current().nextInt(left.length());
    for (int i = 0; i < left.length(); i++) {
      int at = (begin + i) % left.length();
      if (left.getAndUpdate(at, now -> Math.max(0, now - 1)) > 0) {
        return catalogue.products().get(at);
      }
    }
    throw new Trouble("All stock is sold.");
  }
}
