package dev.lapak.inventory.reservation;

import static dev.lapak.inventory.testing.Answers.codes;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static dev.lapak.inventory.testing.TestOrders.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.platform.testing.SubgraphTester;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

@InventoryTest
class ReservationTests {

  private static final Duration SHORT = Duration.ofMillis(300);

  @Autowired TestShops shops;
  @Autowired TestOrders orders;
  @Autowired SubgraphTester subgraph;
  @Autowired Invariants invariants;
  @Autowired OverReservations over;

  @AfterEach
  void invariants_hold() {
    invariants.check();
  }

  // Reserving

  @Test
  void reservation_holds_stock_until_its_end() {
    UUID product = shops.open().product(5);
    UUID id = UUID.randomUUID();
    Response response = orders.reserve(reservation(id, Map.of(product, 5)));
    response.path("reserveStock.errors").entityList(Object.class).hasSize(0);
    response.path("reserveStock.reservations[*].id").entityList(UUID.class).containsExactly(id);
    response
        .path("reserveStock.reservations[0].status")
        .entity(String.class)
        .isEqualTo("ACTIVE")
        .path("reserveStock.reservations[0].expiresAt")
        .entity(OffsetDateTime.class)
        .satisfies(end -> assertThat(end).isAfter(OffsetDateTime.now().plusMinutes(59)));
    assertThat(level(product)).isEqualTo("5/5");
  }

  @Test
  void too_few_reserve_nothing_and_say_how_many_there_are() {
    TestShop shop = shops.open();
    UUID enough = shop.product(10);
    UUID few = shop.product(3);
    UUID id = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    Response response =
        orders.reserve(
            reservation(other, Map.of(enough, 1)), reservation(id, Map.of(enough, 9, few, 4)));
    response.path("reserveStock.reservations").valueIsNull();
    response
        .path("reserveStock.errors")
        .entityList(Map.class)
        .satisfies(
            errors -> {
              assertThat(errors).hasSize(1);
              assertThat((Map<String, Object>) errors.getFirst())
                  .containsEntry("code", "OUT_OF_STOCK")
                  .containsEntry("reservationId", id.toString())
                  .containsEntry("productId", few.toString())
                  .containsEntry("available", 3);
            });
    assertThat(level(enough)).isEqualTo("10/0");
    assertThat(level(few)).isEqualTo("3/0");
    // Nothing was bound: the same ids with fewer.
    assertThat(
            codes(
                orders.reserve(
                    reservation(other, Map.of(enough, 1)),
                    reservation(id, Map.of(enough, 9, few, 3))),
                "reserveStock"))
        .isEmpty();
  }

  @Test
  void several_checkouts_reserve_each_for_itself() {
    TestShop shop = shops.open();
    UUID enough = shop.product(10);
    UUID few = shop.product(3);
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(4).toList();

    Response response =
        orders.reserveForEach(
            List.of(
                List.of(reservation(ids.get(0), Map.of(enough, 4))),
                List.of(
                    reservation(ids.get(1), Map.of(enough, 1)),
                    reservation(ids.get(2), Map.of(few, 4))),
                List.of(reservation(ids.get(3), Map.of(enough, 6, few, 3)))));

    response
        .path("reserveStockForEach[*].reservations[*].id")
        .entityList(UUID.class)
        .containsExactly(ids.get(0), ids.get(3));
    assertThat(codes(response, "reserveStockForEach[0]")).isEmpty();
    assertThat(codes(response, "reserveStockForEach[1]")).containsExactly("OUT_OF_STOCK");
    assertThat(codes(response, "reserveStockForEach[2]")).isEmpty();
    assertThat(level(enough)).isEqualTo("10/10");
    assertThat(level(few)).isEqualTo("3/3");
  }

  @Test
  void several_checkouts_are_bounded_together() {
    UUID product = shops.open().product(5);
    Map<UUID, Integer> lines = new HashMap<>();
    IntStream.range(0, 1_000).forEach(i -> lines.put(UUID.randomUUID(), 1));

    assertBadInput(
        orders.reserveForEach(
            List.of(
                List.of(reservation(UUID.randomUUID(), lines)),
                List.of(reservation(UUID.randomUUID(), Map.of(product, 1))))));

    assertThat(level(product)).isEqualTo("5/0");
  }

  @Test
  void unknown_product_is_out_of_stock() {
    Response response =
        orders.reserve(reservation(UUID.randomUUID(), Map.of(UUID.randomUUID(), 1)));
    response.path("reserveStock.errors[0].code").entity(String.class).isEqualTo("OUT_OF_STOCK");
    response.path("reserveStock.errors[0].available").entity(Integer.class).isEqualTo(0);
  }

  @Test
  void line_is_split_over_active_warehouses_fullest_first() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID small = shop.warehouse();
    UUID large = shop.warehouse();
    UUID inactive = shop.warehouse();
    shop.stock(product, small, 3);
    shop.stock(product, large, 5);
    shop.stock(product, inactive, 50);
    shop.deactivate(inactive);
    UUID id = orders.reserved(product, 7);
    assertThat(
            invariants
                .database()
                .queryForList(
                    "SELECT warehouse_id, quantity FROM reservation_line WHERE reservation_id = ?",
                    id))
        .containsExactlyInAnyOrder(
            Map.of("warehouse_id", large, "quantity", 5),
            Map.of("warehouse_id", small, "quantity", 2));
    assertThat(
            codes(
                orders.reserve(reservation(UUID.randomUUID(), Map.of(product, 2))), "reserveStock"))
        .containsExactly("OUT_OF_STOCK");
    shop.deactivate(large);
    orders.commit(id);
    assertThat(level(product)).isEqualTo("51/0");
  }

  @Test
  void same_id_with_the_same_lines_is_answered_as_it_is() {
    TestShop shop = shops.open();
    UUID one = shop.product(10);
    UUID two = shop.product(10);
    UUID id = UUID.randomUUID();
    Map<UUID, Integer> lines = new LinkedHashMap<>();
    lines.put(one, 3);
    lines.put(two, 4);
    Map<UUID, Integer> reversed = new LinkedHashMap<>();
    reversed.put(two, 4);
    reversed.put(one, 3);
    OffsetDateTime end = end(orders.reserve(reservation(id, Duration.ofHours(1), lines)));
    assertThat(end(orders.reserve(reservation(id, Duration.ofHours(2), reversed)))).isEqualTo(end);
    assertThat(level(one)).isEqualTo("10/3");
    assertThat(level(two)).isEqualTo("10/4");
  }

  @Test
  void same_id_over_a_split_is_the_same_lines() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    shop.stock(product, shop.warehouse(), 2);
    shop.stock(product, shop.warehouse(), 2);
    UUID id = orders.reserved(product, 4);
    assertThat(codes(orders.reserve(reservation(id, Map.of(product, 4))), "reserveStock"))
        .isEmpty();
  }

  @Test
  void same_id_with_other_lines_is_used() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    UUID other = shop.product(10);
    UUID id = orders.reserved(product, 3);
    for (Map<UUID, Integer> lines :
        List.of(Map.of(product, 2), Map.of(other, 3), Map.of(product, 3, other, 1))) {
      Response response = orders.reserve(reservation(id, lines));
      assertThat(codes(response, "reserveStock")).containsExactly("RESERVATION_ID_USED");
      response.path("reserveStock.errors[0].reservationId").entity(UUID.class).isEqualTo(id);
      response.path("reserveStock.errors[0].productId").valueIsNull();
    }
    assertThat(level(product)).isEqualTo("10/3");
    assertThat(level(other)).isEqualTo("10/0");
  }

  @Test
  void id_of_an_ended_one_is_used() {
    UUID product = shops.open().product(10);
    UUID committed = orders.reserved(product, 1);
    UUID released = orders.reserved(product, 1);
    UUID over = orders.reserved(product, 1, SHORT);
    orders.commit(committed);
    orders.release(released);
    orders.waitUntilOver(over);
    for (UUID id : List.of(committed, released, over)) {
      assertThat(codes(orders.reserve(reservation(id, Map.of(product, 1))), "reserveStock"))
          .containsExactly("RESERVATION_ID_USED");
    }
  }

  @Test
  void attempt_again_meets_what_is_there_and_makes_the_rest_or_nothing() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    UUID scarce = shop.product(1);
    UUID first = orders.reserved(product, 3);
    Response response =
        orders.reserve(
            reservation(first, Map.of(product, 3)),
            reservation(UUID.randomUUID(), Map.of(scarce, 2)));
    assertThat(codes(response, "reserveStock")).containsExactly("OUT_OF_STOCK");
    assertThat(level(product)).isEqualTo("10/3");
    assertThat(
            codes(
                orders.reserve(
                    reservation(first, Map.of(product, 3)),
                    reservation(UUID.randomUUID(), Map.of(scarce, 1))),
                "reserveStock"))
        .isEmpty();
    assertThat(level(product)).isEqualTo("10/3");
    assertThat(level(scarce)).isEqualTo("1/1");
  }

  // Expiring

  @Test
  void what_is_over_can_be_reserved_to_the_second_without_a_sweep() {
    UUID product = shops.open().product(5);
    UUID over = orders.reserved(product, 5, SHORT);
    assertThat(
            codes(
                orders.reserve(reservation(UUID.randomUUID(), Map.of(product, 1))), "reserveStock"))
        .containsExactly("OUT_OF_STOCK");
    orders.waitUntilOver(over);
    orders.reserved(product, 5);
    assertThat(status(over)).isEqualTo("EXPIRED");
    assertThat(level(product)).isEqualTo("5/5");
  }

  @Test
  void what_is_over_ends_with_all_its_lines_when_one_is_wanted() {
    TestShop shop = shops.open();
    UUID wanted = shop.product(5);
    UUID beside = shop.product(5);
    UUID id = UUID.randomUUID();
    orders.reserve(reservation(id, SHORT, Map.of(wanted, 5, beside, 4)));
    orders.waitUntilOver(id);
    orders.reserved(wanted, 5);
    assertThat(level(wanted)).isEqualTo("5/5");
    assertThat(level(beside)).isEqualTo("5/0");
  }

  @Test
  void more_that_is_over_than_one_transaction_ends_is_all_free() {
    UUID product = shops.open().product(1_200);
    Duration lease = Duration.ofSeconds(2);
    UUID last = UUID.randomUUID();
    List<Map<String, Object>> first =
        Stream.generate(() -> reservation(UUID.randomUUID(), lease, Map.of(product, 1)))
            .limit(600)
            .toList();
    List<Map<String, Object>> second = new ArrayList<>();
    IntStream.range(0, 599)
        .forEach(i -> second.add(reservation(UUID.randomUUID(), lease, Map.of(product, 1))));
    second.add(reservation(last, lease, Map.of(product, 1)));
    assertThat(codes(orders.reserve(first), "reserveStock")).isEmpty();
    assertThat(codes(orders.reserve(second), "reserveStock")).isEmpty();
    orders.waitUntilOver(last);
    orders.reserved(product, 1_200);
    assertThat(level(product)).isEqualTo("1200/1200");
  }

  @Test
  void sweep_ends_what_is_over_and_nothing_else() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    UUID lasting = orders.reserved(product, 1);
    List<UUID> gone = Stream.generate(() -> orders.reserved(product, 1, SHORT)).limit(3).toList();
    gone.forEach(orders::waitUntilOver);
    sweepAll();
    assertThat(level(product)).isEqualTo("10/1");
    assertThat(status(lasting)).isEqualTo("ACTIVE");
    assertThat(gone).allSatisfy(id -> assertThat(status(id)).isEqualTo("EXPIRED"));
    assertThat(over.endSome().block()).isFalse();
  }

  @Test
  void sweep_waits_for_nobody() {
    TestShop shop = shops.open();
    UUID locked = shop.product(10);
    UUID free = shop.product(10);
    UUID blocked = UUID.randomUUID();
    orders.reserve(reservation(blocked, SHORT, Map.of(locked, 1, free, 1)));
    UUID unblocked = orders.reserved(free, 1, SHORT);
    orders.waitUntilOver(blocked);
    orders.waitUntilOver(unblocked);
    invariants.whileLocked(
        locked,
        () -> {
          sweepAll();
          assertThat(status(blocked)).isEqualTo("ACTIVE");
          assertThat(status(unblocked)).isEqualTo("EXPIRED");
        });
    sweepAll();
    assertThat(status(blocked)).isEqualTo("EXPIRED");
  }

  // Extending

  @Test
  void extended_ones_end_later_never_earlier() {
    UUID product = shops.open().product(10);
    UUID id = orders.reserved(product, 5, Duration.ofSeconds(10));
    OffsetDateTime later = OffsetDateTime.now().plusDays(3);
    for (OffsetDateTime end : List.of(later, later.minusDays(1), later)) {
      Response response = orders.extend(end, id, id);
      assertThat(codes(response, "extendReservations")).isEmpty();
      response
          .path("extendReservations.reservations")
          .entityList(Object.class)
          .hasSize(1)
          .path("extendReservations.reservations[0].expiresAt")
          .entity(OffsetDateTime.class)
          .satisfies(now -> assertThat(Duration.between(now, later)).isLessThan(SHORT));
    }
  }

  @Test
  void extended_until_the_last_of_all_times() {
    UUID id = orders.reserved(shops.open().product(10), 5, Duration.ofSeconds(10));
    orders
        .extend(OffsetDateTime.parse("9999-12-31T23:59:59.999999999Z"), id)
        .path("extendReservations.reservations[0].expiresAt")
        .entity(String.class)
        .isEqualTo("9999-12-31T23:59:59.999Z");
  }

  @Test
  void extending_is_for_all_or_none() {
    UUID product = shops.open().product(10);
    UUID id = orders.reserved(product, 1, Duration.ofSeconds(30));
    UUID released = orders.reserved(product, 1);
    UUID over = orders.reserved(product, 1, SHORT);
    orders.release(released);
    orders.waitUntilOver(over);
    UUID unknown = UUID.randomUUID();
    OffsetDateTime later = OffsetDateTime.now().plusDays(3);
    Response response = orders.extend(later, unknown, id, released, over);
    assertThat(codes(response, "extendReservations"))
        .containsExactly("RESERVATION_NOT_FOUND", "RESERVATION_ENDED", "RESERVATION_ENDED");
    response
        .path("extendReservations.errors[*].reservationId")
        .entityList(UUID.class)
        .containsExactly(unknown, released, over);
    response
        .path("extendReservations.reservations[*].status")
        .entityList(String.class)
        .containsExactly("ACTIVE", "RELEASED", "EXPIRED");
    response
        .path("extendReservations.reservations[0].expiresAt")
        .entity(OffsetDateTime.class)
        .satisfies(end -> assertThat(end).isBefore(later.minusDays(2)));
  }

  // Ending

  @Test
  void committed_stock_has_left_once() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    UUID id = orders.reserved(product, 3);
    for (int i = 0; i < 2; i++) {
      Response response = orders.commit(id);
      assertThat(codes(response, "commitReservations")).isEmpty();
      response
          .path("commitReservations.reservations[*].status")
          .entityList(String.class)
          .containsExactly("COMMITTED");
    }
    assertThat(level(product)).isEqualTo("7/0");
    assertThat(
            invariants
                .database()
                .queryForList(
                    "SELECT delta FROM stock_movement WHERE reservation_id = ?", Integer.class, id))
        .containsExactly(-3);
  }

  @Test
  void released_stock_is_free_once() {
    UUID product = shops.open().product(10);
    UUID id = orders.reserved(product, 3);
    for (int i = 0; i < 2; i++) {
      Response response = orders.release(id);
      assertThat(codes(response, "releaseReservations")).isEmpty();
      response
          .path("releaseReservations.reservations[*].status")
          .entityList(String.class)
          .containsExactly("RELEASED");
    }
    assertThat(level(product)).isEqualTo("10/0");
  }

  @Test
  void what_was_committed_comes_back_once() {
    UUID product = shops.open().product(10);
    UUID reservation = orders.reserved(product, 3);
    orders.commit(reservation);
    assertThat(level(product)).isEqualTo("7/0");
    for (int i = 0; i < 3; i++) {
      Response response = orders.giveBack(reservation);
      assertThat(codes(response, "returnReservations")).isEmpty();
      response
          .path("returnReservations.reservations[*].status")
          .entityList(String.class)
          .containsExactly("RETURNED");
    }
    assertThat(level(product)).isEqualTo("10/0");
    // The commit was told twice, late.
    assertThat(codes(orders.commit(reservation), "commitReservations")).isEmpty();
    assertThat(codes(orders.release(reservation), "releaseReservations")).isEmpty();
    assertThat(level(product)).isEqualTo("10/0");
    assertThat(
            codes(
                orders.extend(OffsetDateTime.now().plusDays(1), reservation), "extendReservations"))
        .containsExactly("RESERVATION_ENDED");
  }

  @Test
  void what_was_not_committed_is_released_instead_of_returned() {
    UUID product = shops.open().product(10);
    UUID active = orders.reserved(product, 1);
    UUID released = orders.reserved(product, 1);
    UUID over = orders.reserved(product, 1, SHORT);
    UUID committed = orders.reserved(product, 1);
    UUID unknown = UUID.randomUUID();
    orders.release(released);
    orders.commit(committed);
    orders.waitUntilOver(over);
    Response response = orders.giveBack(unknown, active, released, over, committed, active);
    assertThat(codes(response, "returnReservations")).isEmpty();
    response
        .path("returnReservations.reservations[*].status")
        .entityList(String.class)
        .containsExactly("RELEASED", "RELEASED", "EXPIRED", "RETURNED");
    assertThat(level(product)).isEqualTo("10/0");
    assertThat(codes(orders.commit(active), "commitReservations"))
        .containsExactly("RESERVATION_ENDED");
    assertThat(level(product)).isEqualTo("10/0");
  }

  @Test
  void each_is_ended_for_itself() {
    UUID product = shops.open().product(10);
    UUID active = orders.reserved(product, 1);
    UUID released = orders.reserved(product, 1);
    UUID committed = orders.reserved(product, 1);
    UUID over = orders.reserved(product, 1, SHORT);
    UUID unknown = UUID.randomUUID();
    orders.release(released);
    orders.commit(committed);
    orders.waitUntilOver(over);
    Response commit = orders.commit(unknown, released, active, committed, over, active);
    assertThat(codes(commit, "commitReservations"))
        .containsExactly("RESERVATION_NOT_FOUND", "RESERVATION_ENDED", "RESERVATION_ENDED");
    commit
        .path("commitReservations.errors[*].reservationId")
        .entityList(UUID.class)
        .containsExactly(unknown, released, over);
    commit
        .path("commitReservations.reservations[*].status")
        .entityList(String.class)
        .containsExactly("RELEASED", "COMMITTED", "COMMITTED", "EXPIRED");
    assertThat(level(product)).isEqualTo("8/0");
    UUID last = orders.reserved(product, 1);
    Response release = orders.release(unknown, released, active, last, over);
    assertThat(codes(release, "releaseReservations")).containsExactly("RESERVATION_ENDED");
    release
        .path("releaseReservations.reservations[*].status")
        .entityList(String.class)
        .containsExactly("RELEASED", "COMMITTED", "RELEASED", "EXPIRED");
    assertThat(level(product)).isEqualTo("8/0");
  }

  @Test
  void what_is_over_can_not_be_committed_swept_or_not() {
    UUID product = shops.open().product(10);
    UUID unswept = orders.reserved(product, 2, SHORT);
    orders.waitUntilOver(unswept);
    assertThat(codes(orders.commit(unswept), "commitReservations"))
        .containsExactly("RESERVATION_ENDED");
    assertThat(codes(orders.release(unswept), "releaseReservations")).isEmpty();
    assertThat(level(product)).isEqualTo("10/0");
    assertThat(status(unswept)).isEqualTo("EXPIRED");
  }

  // Bad input

  @Test
  void counts_and_quantities_are_within_their_bounds() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    shop.stock(product, shop.warehouse(), 1_000_000);
    assertBadInput(orders.reserve());
    assertBadInput(orders.reserve(reservation(UUID.randomUUID(), Map.of())));
    assertBadInput(orders.reserve(reservation(UUID.randomUUID(), Map.of(product, 0))));
    assertBadInput(orders.reserve(reservation(UUID.randomUUID(), Map.of(product, -1))));
    assertBadInput(orders.reserve(reservation(UUID.randomUUID(), Map.of(product, 1_000_001))));
    orders.release(orders.reserved(product, 1_000_000));
    assertBadInput(
        orders.reserve(reservation(UUID.randomUUID(), Duration.ZERO, Map.of(product, 1))));
    UUID twice = UUID.randomUUID();
    assertBadInput(
        orders.reserve(
            reservation(twice, Map.of(product, 1)), reservation(twice, Map.of(product, 1))));
    Map<String, Object> line = Map.of("productId", product, "quantity", 1);
    Map<String, Object> doubled = new HashMap<>(reservation(UUID.randomUUID(), Map.of()));
    doubled.put("lines", List.of(line, line));
    assertBadInput(orders.reserve(doubled));
    Map<String, Object> noId = new HashMap<>(reservation(UUID.randomUUID(), Map.of(product, 1)));
    noId.put("id", "no-id");
    assertBadInput(orders.reserve(noId));
    assertThat(level(product)).isEqualTo("1000000/0");
  }

  @Test
  void call_has_at_most_1000_reservations_and_1000_lines() {
    TestShop shop = shops.open();
    UUID product = shop.product(1_000);
    List<Map<String, Object>> many =
        Stream.generate(() -> reservation(UUID.randomUUID(), Map.of(product, 1)))
            .limit(1_001)
            .toList();
    assertBadInput(orders.reserve(many));
    orders
        .reserve(many.subList(0, 1_000))
        .path("reserveStock.reservations")
        .entityList(Object.class)
        .hasSize(1_000);
    UUID[] ids = many.stream().map(one -> (UUID) one.get("id")).toArray(UUID[]::new);
    assertBadInput(orders.release(ids));
    assertBadInput(orders.commit(ids));
    assertBadInput(orders.extend(OffsetDateTime.now().plusDays(1), ids));
    assertBadInput(orders.release());
    orders
        .commit(List.of(ids).subList(0, 1_000).toArray(UUID[]::new))
        .path("commitReservations.errors")
        .entityList(Object.class)
        .hasSize(0);
    assertThat(level(product)).isEqualTo("0/0");
    Map<UUID, Integer> lines = new HashMap<>();
    IntStream.range(0, 999).forEach(i -> lines.put(UUID.randomUUID(), 1));
    assertBadInput(
        orders.reserve(
            reservation(UUID.randomUUID(), lines),
            reservation(UUID.randomUUID(), Map.of(product, 1, UUID.randomUUID(), 1))));
    assertThat(
            codes(
                orders.reserve(
                    reservation(UUID.randomUUID(), lines),
                    reservation(UUID.randomUUID(), Map.of(product, 1))),
                "reserveStock"))
        .hasSize(1_000)
        .containsOnly("OUT_OF_STOCK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reserveStock(input: {reservations: []}) { errors { code } }",
        "reserveStockForEach(inputs: []) { errors { code } }",
        "extendReservations(input: {ids: [], expiresAt: \"2030-01-01T00:00:00Z\"}) { errors { code } }",
        "commitReservations(input: {ids: []}) { errors { code } }",
        "releaseReservations(input: {ids: []}) { errors { code } }",
        "returnReservations(input: {ids: []}) { errors { code } }"
      })
  void is_for_orders_only(String mutation) {
    for (String caller : List.of("router", "edge", "users", "products")) {
      assertThat(
              requestErrors(
                  subgraph.caller(caller).document("mutation { " + mutation + " }").execute()))
          .containsExactly("FORBIDDEN");
    }
    assertThat(
            requestErrors(
                subgraph.caller("orders").document("mutation { " + mutation + " }").execute()))
        .containsExactly("BAD_USER_INPUT");
  }

  private static void assertBadInput(Response response) {
    assertThat(requestErrors(response)).containsExactly("BAD_USER_INPUT");
  }

  private void sweepAll() {
    while (Boolean.TRUE.equals(over.endSome().block())) {
      // again
    }
  }

  private static OffsetDateTime end(Response response) {
    return response
        .path("reserveStock.reservations[0].expiresAt")
        .entity(OffsetDateTime.class)
        .get();
  }

  private String status(UUID reservation) {
    return invariants.one(String.class, "SELECT status FROM reservation WHERE id = ?", reservation);
  }

  /** On hand and reserved over all warehouses, as the counters say. */
  private String level(UUID product) {
    return invariants.one(
        String.class,
        "SELECT sum(on_hand) || '/' || sum(reserved) FROM stock_level WHERE product_id = ?",
        product);
  }
}
