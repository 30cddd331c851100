package dev.lapak.e2e;

import static dev.lapak.e2e.Buying.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All services die at once ({@code kill -9}) while people check out, pay and cancel; what is there
 * when they are back must be right. {@code -Dlapak.kills=30} does it more often than twice.
 */
class KillIT {

  private static final int KILLS = Integer.getInteger("lapak.kills", 2);
  private static final int CALLERS = 12;
  private static final int STOCK = 300;

  /** Who settles in the place of one who died waits until its lease is over, a minute. */
  private static final Duration SETTLED = Duration.ofSeconds(150);

  private static final String CANCEL =
      "mutation ($id: ID!) { cancelOrder(input: {orderId: $id}) { errors { code } } }";

  @Test
  void whenever_all_services_die_all_rules_hold_afterwards() throws Exception {
    long seed = Long.getLong("lapak.kills.seed", System.nanoTime());
    System.out.println("Kills with -Dlapak.kills.seed=" + seed);
    Random random = new Random(seed);
    List<String> products = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Load load = new Load();
      load.killAfter(random.nextInt(2_000));
      await()
          .atMost(SETTLED)
          .pollInterval(Duration.ofSeconds(2))
          .untilAsserted(
              () -> {
                Lapak.Finished checked = Lapak.running().check();
                assertThat(checked.exitCode()).as(checked.output()).isZero();
              });
      products.addAll(load.products);
      assertThat(Buying.buy(load.buyers.getFirst(), load.products.get(2), 1).failures("checkout"))
          .as("it still sells")
          .isEmpty();
    }
    // What dead checkouts had reserved comes back.
    Person admin = Person.admin();
    await()
        .atMost(SETTLED)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () ->
                assertThat(products)
                    .allSatisfy(product -> assertThat(Orphans.of(admin, product)).isEmpty()));
  }

  /** Callers who each check out again and again; each time something else becomes of it. */
  private static final class Load {

    private final Shop shop = Shop.open();
    private final List<String> products =
        Stream.generate(() -> shop.sell("2.50", STOCK)).limit(3).toList();
    private final List<Person> buyers = Stream.generate(Person::buyer).limit(4).toList();
    private final AtomicInteger bought = new AtomicInteger();
    private final AtomicInteger paid = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicBoolean dying = new AtomicBoolean();

    void killAfter(int milliseconds) throws Exception {
      List<Future<?>> callers = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CALLERS; i++) {
          int caller = i;
          callers.add(threads.submit(() -> goOn(caller)));
        }
        await()
            .atMost(Patience.LIMIT)
            .until(() -> bought.get() > 20 && paid.get() > 0 && cancelled.get() > 0);
        Thread.sleep(milliseconds);
        dying.set(true);
        Lapak.running().kill();
      }
      Lapak.running().startAgain();
      for (Future<?> caller : callers) {
        caller.get();
      }
    }

    private void goOn(int caller) {
      try {
        for (int i = caller; !dying.get(); i++) {
          once(buyers.get(caller % 4), i);
        }
      } catch (RuntimeException | AssertionError failure) {
        if (!dying.get()) {
          throw failure;
        }
      }
    }

    private void once(Person buyer, int turn) {
      Answer made =
          buyer.now(
              Buying.CHECKOUT,
              Map.of(
                  "input",
                  Map.of(
                      "idempotencyKey",
                      Buying.key(),
                      "lines",
                      List.of(line(products.get(0), 1), line(products.get(1), 2)),
                      "payWithinSeconds",
                      turn % 4 == 0 ? 5 : 3_600)));
      if (made.get("checkout.purchase") == null) {
        return; // sold out, or too busy
      }
      bought.incrementAndGet();
      String order = made.get("checkout.purchase.orders[0].id");
      switch (turn % 4) {
        case 1 -> {
          buyer.now(CANCEL, Map.of("id", order));
          cancelled.incrementAndGet();
        }
        case 2 -> {
          Proofs.approve(shop.seller(), Proofs.handIn(buyer, order));
          paid.incrementAndGet();
        }
        default -> {} // expires soon, or lives on
      }
    }
  }
}
