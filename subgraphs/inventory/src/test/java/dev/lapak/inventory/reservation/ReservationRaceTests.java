package dev.lapak.inventory.reservation;

import static dev.lapak.inventory.reservation.ReservationStatus.COMMITTED;
import static dev.lapak.inventory.reservation.ReservationStatus.EXPIRED;
import static dev.lapak.inventory.reservation.ReservationStatus.RELEASED;
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
import dev.lapak.platform.outcome.Outcome;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.function.Tuple2;

/** Two instances on one database, and many callers at both. */
@InventoryTest
@TestInstance(Lifecycle.PER_CLASS)
class ReservationRaceTests {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Autowired TestShops shops;
  @Autowired TestOrders orders;
  @Autowired Invariants invariants;
  @Autowired Statements statements;
  @Autowired Reservations first;

  private SecondInstance instance;
  private Reservations second;

  @BeforeAll
  void start(@Autowired ConfigurableApplicationContext context) {
    instance = new SecondInstance(context);
    second = instance.bean(Reservations.class);
  }

  @AfterAll
  void stop() {
    instance.close();
  }

  @BeforeEach
  void forget_what_was_refused() {
    refused();
  }

  @AfterEach
  void invariants_hold_and_nobody_was_caught_in_a_circle() {
    invariants.check();
    assertThat(refused()).doesNotContain("40P01", "23514");
  }

  @Test
  void two_hundred_callers_at_the_port_get_fifty() {
    UUID product = shops.open().product(50);
    List<List<String>> errors =
        Together.run(
            200,
            i -> codes(orders.reserve(reservation(newId(), Map.of(product, 1))), "reserveStock"));
    assertThat(Collections.frequency(errors, List.of())).isEqualTo(50);
    assertThat(Collections.frequency(errors, List.of("OUT_OF_STOCK"))).isEqualTo(150);
    assertThat(level(product)).isEqualTo("50/50");
  }

  @RepeatedTest(5)
  void two_hundred_callers_at_two_instances_get_fifty() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    Stream.of(20, 25, 5).forEach(stock -> shop.stock(product, shop.warehouse(), stock));
    List<Boolean> got =
        together(200, i -> at(i).reserve(call(Map.of(product, 1))).map(this::isDone));
    assertThat(Collections.frequency(got, true)).isEqualTo(50);
    assertThat(level(product)).isEqualTo("50/50");
  }

  @RepeatedTest(3)
  void lines_in_all_orders_are_reserved_all_or_none() {
    TestShop shop = shops.open();
    List<UUID> products = Stream.generate(() -> shop.product(40)).limit(6).toList();
    Random random = new Random(42);
    List<ReserveCall> calls =
        Stream.generate(
                () -> {
                  List<UUID> shuffled = new ArrayList<>(products);
                  Collections.shuffle(shuffled, random);
                  Map<UUID, Integer> lines = new LinkedHashMap<>();
                  shuffled
                      .subList(0, 1 + random.nextInt(6))
                      .forEach(product -> lines.put(product, 1 + random.nextInt(3)));
                  return call(lines);
                })
            .limit(300)
            .toList();
    List<Boolean> done = together(300, i -> at(i).reserve(calls.get(i)).map(this::isDone));
    for (UUID product : products) {
      int wanted =
          IntStream.range(0, 300)
              .filter(done::get)
              .map(i -> calls.get(i).reservations().getFirst().lines().getOrDefault(product, 0))
              .sum();
      assertThat(level(product)).isEqualTo("40/" + wanted);
      assertThat(wanted).isBetween(30, 40);
    }
  }

  @RepeatedTest(3)
  void twins_of_one_id_make_one_reservation() {
    UUID product = shops.open().product(10);
    ReserveCall call = call(Map.of(product, 7));
    List<Outcome<List<Reservation>, ReserveError>> answers = together(60, i -> at(i).reserve(call));
    assertThat(answers).allMatch(this::isDone);
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(level(product)).isEqualTo("10/7");
  }

  @RepeatedTest(3)
  void one_id_for_different_products_has_one_winner() {
    TestShop shop = shops.open();
    List<UUID> products = Stream.generate(() -> shop.product(100)).limit(20).toList();
    UUID id = newId();
    List<Boolean> done =
        together(
            60,
            i ->
                at(i)
                    .reserve(new ReserveCall(List.of(request(id, Map.of(products.get(i % 20), 1)))))
                    .map(this::isDone));
    assertThat(Collections.frequency(done, true)).isBetween(1, 3);
    assertThat(products.stream().filter(product -> level(product).equals("100/1"))).hasSize(1);
    assertThat(products.stream().filter(product -> level(product).equals("100/0"))).hasSize(19);
  }

  @Test
  void ids_shared_in_opposite_orders_end_without_a_circle() {
    TestShop shop = shops.open();
    List<UUID> products = Stream.generate(() -> shop.product(1_000)).limit(2).toList();
    for (int round = 0; round < 20; round++) {
      List<UUID> ids = Stream.generate(ReservationRaceTests::newId).limit(200).toList();
      List<Boolean> done =
          together(
              2,
              i ->
                  at(i)
                      .reserve(
                          new ReserveCall(
                              (i == 0 ? ids : ids.reversed())
                                  .stream()
                                      .map(id -> request(id, Map.of(products.get(i), 1)))
                                      .toList()))
                      .map(this::isDone));
      assertThat(Collections.frequency(done, true)).isEqualTo(1);
      together(1, i -> first.release(ids));
    }
  }

  @RepeatedTest(10)
  void nothing_is_taken_from_a_warehouse_after_it_was_deactivated() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    shop.stock(product, warehouse, 100_000);
    Mono<String> deactivated =
        Mono.fromCallable(
                () -> {
                  shop.deactivate(warehouse)
                      .path("deactivateWarehouse.errors")
                      .entityList(Object.class)
                      .hasSize(0);
                  return level(product);
                })
            .subscribeOn(Schedulers.boundedElastic());
    Mono<List<Boolean>> reserved =
        Flux.range(0, 2_000)
            .flatMap(i -> at(i).reserve(call(Map.of(product, 1))).map(this::isDone), 64)
            .takeUntil(done -> !done)
            .collectList();
    String then =
        Mono.zip(Mono.delay(Duration.ofMillis(20)).then(deactivated), reserved)
            .map(Tuple2::getT1)
            .block(SOON);
    assertThat(level(product)).isEqualTo(then);
  }

  @RepeatedTest(3)
  void committed_or_released_but_never_both() {
    UUID product = shops.open().product(100);
    List<UUID> ids =
        together(50, i -> at(i).reserve(call(Map.of(product, 2)))).stream()
            .filter(this::isDone)
            .map(this::id)
            .toList();
    assertThat(ids).hasSize(50);
    List<ReservationsResult> answers =
        together(
            16,
            i -> {
              List<UUID> shuffled = new ArrayList<>(ids);
              Collections.shuffle(shuffled, new Random(i));
              return i % 4 < 2 ? at(i).commit(shuffled) : at(i).release(shuffled);
            });
    int committed = count(COMMITTED, ids);
    int released = count(RELEASED, ids);
    assertThat(committed + released).isEqualTo(50);
    assertThat(level(product)).isEqualTo((100 - 2 * committed) + "/0");
    // Each caller was told of exactly those that went the other way.
    for (int i = 0; i < 16; i++) {
      assertThat(answers.get(i).errors()).hasSize(i % 4 < 2 ? released : committed);
    }
  }

  @RepeatedTest(3)
  void expired_or_committed_but_never_both() {
    UUID product = shops.open().product(200);
    OffsetDateTime end = OffsetDateTime.now(ZoneOffset.UTC).plus(Duration.ofMillis(600));
    List<UUID> ids =
        together(
                100,
                i ->
                    at(i)
                        .reserve(
                            new ReserveCall(
                                List.of(
                                    new ReservationRequest(
                                        newId(),
                                        end.plus(Duration.ofMillis(2L * i))
                                            .truncatedTo(ChronoUnit.MICROS),
                                        Map.of(product, 1))))))
            .stream()
            .filter(this::isDone)
            .map(this::id)
            .toList();
    assertThat(ids).hasSize(100);
    List<ReservationsResult> answers =
        together(
            100,
            i ->
                Mono.delay(Duration.ofMillis(Math.max(0, untilMillis(end) + 2L * i - 5 + i % 10)))
                    .then(at(i).commit(List.of(ids.get(i)))));
    int committed = count(COMMITTED, ids);
    assertThat(committed + count(EXPIRED, ids)).isEqualTo(100);
    assertThat(answers.stream().filter(answer -> answer.errors().isEmpty())).hasSize(committed);
    assertThat(level(product)).isEqualTo((200 - committed) + "/0");
  }

  @Test
  void callers_that_hang_up_leave_the_others_their_reservations() {
    UUID product = shops.open().product(1_000);
    List<Boolean> done =
        together(
            400,
            i -> {
              Mono<Boolean> answer = at(i).reserve(call(Map.of(product, 1))).map(this::isDone);
              return i % 2 == 0
                  ? answer
                  : answer.timeout(Duration.ofNanos(1_000L * i), Mono.just(false));
            });
    for (int i = 0; i < 400; i += 2) {
      assertThat(done.get(i)).isTrue();
    }
    assertThat(together(1, i -> first.reserve(call(Map.of(product, 1))).map(this::isDone)))
        .containsExactly(true);
  }

  @Test
  void everything_at_once_keeps_the_invariants() {
    TestShop shop = shops.open();
    List<UUID> warehouses = Stream.generate(shop::warehouse).limit(3).toList();
    List<UUID> products = Stream.generate(shop::product).limit(5).toList();
    products.forEach(
        product -> warehouses.forEach(warehouse -> shop.stock(product, warehouse, 30)));
    List<UUID> made = Collections.synchronizedList(new ArrayList<>());
    made.add(newId());
    IntFunction<Integer> seller =
        caller -> {
          Random random = new Random(caller);
          for (int i = 0; i < 30; i++) {
            UUID product = products.get(random.nextInt(5));
            UUID warehouse = warehouses.get(random.nextInt(3));
            switch (random.nextInt(4)) {
              case 0 -> shop.deactivate(warehouse);
              case 1 -> shop.activate(warehouse);
              case 2 ->
                  shop.adjust(product, warehouse, random.nextInt(-5, 15), "r", caller + "-" + i);
              default -> shop.set(product, warehouse, random.nextInt(60), 30, caller + "-" + i);
            }
          }
          return caller;
        };
    IntFunction<Mono<Integer>> order =
        i -> {
          Random random = new Random(i);
          List<UUID> some =
              IntStream.range(0, 1 + random.nextInt(4))
                  .mapToObj(any -> made.get(random.nextInt(made.size())))
                  .toList();
          OffsetDateTime soon =
              OffsetDateTime.now(ZoneOffset.UTC)
                  .plus(Duration.ofMillis(random.nextInt(1, 200)))
                  .truncatedTo(ChronoUnit.MICROS);
          Mono<?> step =
              switch (random.nextInt(8)) {
                case 0 -> at(i).commit(some);
                case 1 -> at(i).release(some);
                case 2 -> at(i).extend(some, soon);
                default -> {
                  Map<UUID, Integer> lines = new LinkedHashMap<>();
                  IntStream.range(0, 1 + random.nextInt(3))
                      .forEach(
                          any -> lines.put(products.get(random.nextInt(5)), 1 + random.nextInt(4)));
                  ReservationRequest request = new ReservationRequest(newId(), soon, lines);
                  yield at(i)
                      .reserve(new ReserveCall(List.of(request)))
                      .doOnNext(outcome -> made.add(request.id()));
                }
              };
          return step.thenReturn(i);
        };
    Mono<List<Integer>> sellers =
        Mono.fromCallable(() -> Together.run(6, seller)).subscribeOn(Schedulers.boundedElastic());
    Mono<List<Integer>> buyers =
        Flux.range(0, 5_000).flatMapSequential(order::apply, 128).collectList();
    assertThat(Mono.zip(sellers, buyers).block(SOON)).isNotNull();
    assertThat(
            invariants.one(
                Integer.class, "SELECT count(*) FROM reservation WHERE status = 'EXPIRED'"))
        .isPositive();
  }

  private List<String> refused() {
    List<String> states = new ArrayList<>(statements.refused());
    states.addAll(instance.bean(Statements.class).refused());
    return states;
  }

  private Reservations at(int caller) {
    return caller % 2 == 0 ? first : second;
  }

  /** What each caller got, in their order; at most 128 are at it at once. */
  private static <T> List<T> together(int callers, IntFunction<Mono<T>> action) {
    List<T> answers =
        Flux.range(0, callers).flatMapSequential(action::apply, 128).collectList().block(SOON);
    assertThat(answers).hasSize(callers);
    return answers;
  }

  /** Of a source that never blocks. */
  private static UUID newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static ReserveCall call(Map<UUID, Integer> lines) {
    return new ReserveCall(List.of(request(newId(), lines)));
  }

  private static ReservationRequest request(UUID id, Map<UUID, Integer> lines) {
    return new ReservationRequest(
        id, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).truncatedTo(ChronoUnit.MICROS), lines);
  }

  private static long untilMillis(OffsetDateTime end) {
    return Duration.between(OffsetDateTime.now(ZoneOffset.UTC), end).toMillis();
  }

  private boolean isDone(Outcome<List<Reservation>, ReserveError> outcome) {
    return outcome instanceof Outcome.Done;
  }

  private UUID id(Outcome<List<Reservation>, ReserveError> outcome) {
    return switch (outcome) {
      case Outcome.Done(List<Reservation> made) -> made.getFirst().id();
      case Outcome.Refused<List<Reservation>, ReserveError> refused ->
          throw new AssertionError(refused);
    };
  }

  private int count(ReservationStatus status, List<UUID> ids) {
    return invariants.one(
        Integer.class,
        "SELECT count(*) FROM reservation WHERE status = ? AND id = ANY (?)",
        status.name(),
        ids.toArray(UUID[]::new));
  }

  /** On hand and reserved over all warehouses, as the counters say. */
  private String level(UUID product) {
    return invariants.one(
        String.class,
        "SELECT sum(on_hand) || '/' || sum(reserved) FROM stock_level WHERE product_id = ?",
        product);
  }
}
