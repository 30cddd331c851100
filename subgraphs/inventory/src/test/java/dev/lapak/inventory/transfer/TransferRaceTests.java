package dev.lapak.inventory.transfer;

import static dev.lapak.inventory.testing.Answers.codes;
import static dev.lapak.inventory.testing.TestOrders.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.SecondInstance;
import dev.lapak.inventory.testing.Statements;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.inventory.testing.Together;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** Transfers against everything else, beside a second instance that sweeps all the time. */
@InventoryTest
@TestInstance(Lifecycle.PER_CLASS)
class TransferRaceTests {

  @Autowired TestShops shops;
  @Autowired TestOrders orders;
  @Autowired Invariants invariants;
  @Autowired Statements statements;

  private SecondInstance second;

  @BeforeAll
  void start(@Autowired ConfigurableApplicationContext context) {
    second = new SecondInstance(context);
  }

  @AfterAll
  void stop() {
    second.close();
  }

  @BeforeEach
  void forget_what_was_refused() {
    statements.refused();
    second.bean(Statements.class).refused();
  }

  @AfterEach
  void invariants_hold_and_nobody_was_caught_in_a_circle() {
    invariants.check();
    assertThat(
            Stream.concat(
                statements.refused().stream(), second.bean(Statements.class).refused().stream()))
        .doesNotContain("40P01", "23514");
  }

  @RepeatedTest(3)
  void the_last_goods_are_sent_or_reserved_but_never_both() {
    TestShop shop = shops.open();
    UUID here = shop.warehouse();
    UUID there = shop.warehouse();
    UUID product = shop.product();
    shop.stock(product, here, 50);
    List<Boolean> got =
        Together.run(
            100,
            i ->
                i % 2 == 0
                    ? codes(
                            shop.startTransfer(here, there, Map.of(product, 1), "k" + i),
                            "startTransfer")
                        .isEmpty()
                    : codes(
                            orders.reserve(reservation(UUID.randomUUID(), Map.of(product, 1))),
                            "reserveStock")
                        .isEmpty());
    assertThat(Collections.frequency(got, true)).isEqualTo(50);
    assertThat(
            invariants.one(
                Integer.class,
                "SELECT sum(on_hand - reserved) FROM stock_level WHERE product_id = ?",
                product))
        .isZero();
  }

  @RepeatedTest(3)
  void twins_of_one_key_start_one_transfer() {
    TestShop shop = shops.open();
    UUID here = shop.warehouse();
    UUID there = shop.warehouse();
    UUID product = shop.product();
    shop.stock(product, here, 50);
    List<UUID> ids =
        Together.run(
            20,
            i ->
                shop.startTransfer(here, there, Map.of(product, 3), "k")
                    .path("startTransfer.transfer.id")
                    .entity(UUID.class)
                    .get());
    assertThat(ids.stream().distinct()).hasSize(1);
  }

  @RepeatedTest(3)
  void received_whole_in_part_or_cancelled_but_once() {
    TestShop shop = shops.open();
    UUID here = shop.warehouse();
    UUID there = shop.warehouse();
    UUID product = shop.product();
    shop.stock(product, here, 10);
    UUID id = shop.sent(here, there, Map.of(product, 10));
    List<List<String>> answers =
        Together.run(
            30,
            i ->
                switch (i % 3) {
                  case 0 -> codes(shop.receiveTransfer(id), "receiveTransfer");
                  case 1 ->
                      codes(shop.receiveTransfer(id, Map.of(product, 4), "r"), "receiveTransfer");
                  default -> codes(shop.cancelTransfer(id), "cancelTransfer");
                });
    // The winner's ten callers all hear that it is done, the other twenty that it was otherwise.
    assertThat(Collections.frequency(answers, List.of())).isEqualTo(10);
    assertThat(Collections.frequency(answers, List.of("TRANSFER_ENDED"))).isEqualTo(20);
  }

  @RepeatedTest(3)
  void everything_at_once_keeps_the_invariants() {
    TestShop shop = shops.open();
    List<UUID> places = Stream.generate(shop::warehouse).limit(3).toList();
    List<UUID> goods = Stream.generate(shop::product).limit(4).toList();
    goods.forEach(product -> shop.stock(product, places.getFirst(), 40));
    Together.run(
        24,
        caller -> {
          Random random = new Random(caller);
          for (int i = 0; i < 20; i++) {
            String key = caller + "-" + i;
            UUID place = places.get(random.nextInt(3));
            UUID product = goods.get(random.nextInt(4));
            switch (random.nextInt(8)) {
              case 0 -> shop.deactivate(place);
              case 1 -> shop.activate(place);
              case 2 -> shop.adjust(product, place, random.nextInt(-3, 6), "r", key);
              case 3 ->
                  orders.reserve(
                      reservation(
                          UUID.randomUUID(),
                          Duration.ofMillis(random.nextInt(50, 300)),
                          Map.of(product, 1 + random.nextInt(3))));
              case 4, 5 -> {
                Map<UUID, Integer> lines = new LinkedHashMap<>();
                goods.stream()
                    .filter(any -> random.nextBoolean())
                    .forEach(any -> lines.put(any, 1 + random.nextInt(3)));
                if (!lines.isEmpty()) {
                  shop.startTransfer(place, places.get(random.nextInt(3)), lines, key);
                }
              }
              case 6 -> inTransit(places).forEach(shop::cancelTransfer);
              default -> inTransit(places).forEach(shop::receiveTransfer);
            }
          }
          return caller;
        });
    assertThat(
            invariants.one(
                Integer.class,
                "SELECT count(*) FROM transfer WHERE status <> 'IN_TRANSIT' AND source_id = ANY (?)",
                (Object) places.toArray(UUID[]::new)))
        .isPositive();
  }

  private List<UUID> inTransit(List<UUID> places) {
    return invariants
        .database()
        .queryForList(
            "SELECT id FROM transfer WHERE status = 'IN_TRANSIT' AND source_id = ANY (?) LIMIT 2",
            UUID.class,
            (Object) places.toArray(UUID[]::new));
  }
}
