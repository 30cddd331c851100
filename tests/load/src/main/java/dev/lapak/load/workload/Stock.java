package dev.lapak.load.workload;

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

  /** Takes one of any product that has some left; of any at all, to be refused, where none has. */
  Catalogue.Product take() {
    int begin = ThreadLocalRandom.current().nextInt(left.length());
    for (int i = 0; i < left.length(); i++) {
      int at = (begin + i) % left.length();
      if (left.getAndUpdate(at, now -> Math.max(0, now - 1)) > 0) {
        return catalogue.products().get(at);
      }
    }
    return catalogue.products().get(begin);
  }
}
