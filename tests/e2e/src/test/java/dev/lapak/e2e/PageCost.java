package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a page of products with their stock costs, whatever is on it. */
final class PageCost {

  /** Asked often, so that what only some requests cost shows. */
  private static final long TIMES = 20;

  /** What earlier tests have left to be done may come in between. */
  private static final int TRIES = 3;

  private static final Meters TWO_CALLS_AND_TWO_STATEMENTS =
      new Meters(
          Map.of("products", TIMES, "inventory", TIMES, "users", 0L, "orders", 0L),
          Map.of("products", TIMES, "inventory", TIMES));

  private PageCost() {}

  /** Asks for the page again and again: exactly as many calls and statements must come of it. */
  static void isTwoCallsAndTwoStatements(Runnable page) {
    page.run();
    List<Meters> spent = new ArrayList<>();
    while (spent.size() < TRIES && !spent.contains(TWO_CALLS_AND_TWO_STATEMENTS)) {
      Meters before = Meters.of(Lapak.running());
      for (int i = 0; i < TIMES; i++) {
        page.run();
      }
      spent.add(Meters.of(Lapak.running()).since(before));
    }
    assertThat(spent).contains(TWO_CALLS_AND_TWO_STATEMENTS);
  }
}
