package dev.lapak.inventory.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.reservation.ReservationRequest;
import dev.lapak.inventory.reservation.Reservations;
import dev.lapak.inventory.reservation.ReserveCall;
import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.SecondInstance;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestCallers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Watched at one instance while another one changes stock too, and sweeps. */
@InventoryTest
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class LiveStockTests {

  @Autowired TestShops shops;
  @Autowired TestOrders orders;
  @Autowired SubgraphTester subgraph;
  @Autowired Invariants invariants;
  @Autowired Reservations reservations;
  @Autowired LiveStock live;

  private final List<Told> open = new ArrayList<>();
  private SecondInstance second;

  @BeforeAll
  void start(@Autowired ConfigurableApplicationContext context) {
    second = new SecondInstance(context);
  }

  @AfterAll
  void stop() {
    second.close();
  }

  @AfterEach
  void hang_up() {
    open.forEach(Told::close);
    open.clear();
    invariants.check();
  }

  @Test
  void first_is_told_what_is_now_and_then_each_change() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID here = shop.warehouse();
    UUID there = shop.warehouse();
    Told told = follow(product);
    Told elsewhere = told(second.bean(LiveStock.class).follow(Set.of(product), 0));
    assertThat(told.available()).isZero();

    shop.stock(product, here, 10);
    assertThat(told.available()).isEqualTo(10);
    shop.adjust(product, here, -2, "lost", "1");
    assertThat(told.available()).isEqualTo(8);
    UUID released = orders.reserved(product, 3);
    assertThat(told.available()).isEqualTo(5);
    orders.release(released);
    assertThat(told.available()).isEqualTo(8);
    UUID committed = orders.reserved(product, 1);
    assertThat(told.available()).isEqualTo(7);
    orders.commit(committed);
    assertThat(told.isQuiet()).as("what was sold was not to be had before").isTrue();
    orders.reserved(product, 2, Duration.ofMillis(400));
    assertThat(told.available()).isEqualTo(5);
    assertThat(told.available()).as("swept").isEqualTo(7);
    UUID transfer = shop.sent(here, there, Map.of(product, 4));
    assertThat(told.available()).isEqualTo(3);
    shop.receiveTransfer(transfer);
    assertThat(told.available()).isEqualTo(7);
    UUID back = shop.sent(here, there, Map.of(product, 1));
    assertThat(told.available()).isEqualTo(6);
    shop.cancelTransfer(back);
    assertThat(told.available()).isEqualTo(7);
    shop.deactivate(there);
    assertThat(told.available()).isEqualTo(3);
    shop.activate(there);
    assertThat(told.available()).isEqualTo(7);
    assertThat(told.isQuiet()).isTrue();

    // Another instance looks at other times, so it may leave out others; the end is the same.
    assertThat(elsewhere.restUntil(7).stream().map(StockEvent::available))
        .startsWith(0)
        .hasSizeBetween(7, 14)
        .endsWith(7);
  }

  @Test
  void sequence_grows_with_each_event() {
    UUID product = shops.open().product(100);
    Told told = follow(product);
    long last = told.next().sequence();
    for (int i = 0; i < 5; i++) {
      orders.reserved(product, 1);
      long next = told.next().sequence();
      assertThat(next).isGreaterThan(last);
      last = next;
    }
  }

  @Test
  void each_product_is_told_and_no_other() {
    TestShop shop = shops.open();
    UUID one = shop.product(1);
    UUID two = shop.product(2);
    UUID never = UUID.randomUUID();
    Told told = follow(one, two, never);
    Map<UUID, Integer> first = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      StockEvent event = told.next();
      first.put(event.productId(), event.available());
    }
    assertThat(first).isEqualTo(Map.of(one, 1, two, 2, never, 0));
    orders.reserved(shop.product(5), 1);
    assertThat(told.isQuiet()).isTrue();
    orders.reserved(two, 1);
    assertThat(told.next().productId()).isEqualTo(two);
  }

  @Test
  void hot_product_is_told_about_ten_times_a_second_and_rightly_in_the_end() {
    UUID product = shops.open().product(1_000_000);
    Told told = follow(product);
    told.next();
    long begin = System.nanoTime();
    Reservations other = second.bean(Reservations.class);
    Flux.range(0, 20_000)
        .flatMap(i -> (i % 2 == 0 ? reservations : other).reserve(one(product)), 64)
        .blockLast(Duration.ofSeconds(60));
    double seconds = (System.nanoTime() - begin) / 1e9;
    List<StockEvent> events = told.rest();
    assertThat(events.getLast().available()).isEqualTo(980_000);
    assertThat(events.size()).isBetween((int) (seconds * 2), (int) (seconds * 10) + 2);
    for (int i = 1; i < events.size(); i++) {
      assertThat(events.get(i).sequence()).isGreaterThan(events.get(i - 1).sequence());
      assertThat(events.get(i).available()).isLessThan(events.get(i - 1).available());
    }
  }

  @Test
  void who_comes_back_again_and_again_misses_nothing() {
    TestShop shop = shops.open();
    List<UUID> goods = Stream.generate(() -> shop.product(100_000)).limit(5).toList();
    Set<UUID> watched = Set.copyOf(goods);
    Map<UUID, Integer> known = new HashMap<>();
    Random random = new Random(7);
    long after = 0;
    for (int round = 0; round < 15; round++) {
      int few = 1 + random.nextInt(6);
      Flux<Object> changes =
          Flux.range(0, 40)
              .flatMap(i -> reservations.reserve(one(goods.get(random.nextInt(4)))), 8)
              .cast(Object.class);
      List<StockEvent> seen =
          Objects.requireNonNull(
              live.follow(watched, after)
                  .mergeWith(changes.ignoreElements().cast(StockEvent.class))
                  .take(few)
                  .timeout(Duration.ofMillis(700), Flux.empty())
                  .collectList()
                  .block(Duration.ofSeconds(10)));
      for (StockEvent event : seen) {
        known.put(event.productId(), event.available());
        after = event.horizon();
      }
    }
    try (Told told = new Told(live.follow(watched, after))) {
      told.rest().forEach(event -> known.put(event.productId(), event.available()));
    }
    for (UUID product : goods) {
      assertThat(known.get(product))
          .isEqualTo(
              invariants.one(
                  Integer.class,
                  "SELECT on_hand - reserved FROM stock_level WHERE product_id = ?",
                  product));
    }
  }

  @Test
  void what_has_not_changed_is_not_told_again() {
    TestShop shop = shops.open();
    UUID still = shop.product(1);
    UUID moved = shop.product(2);
    Told told = follow(still, moved);
    told.next();
    long after = told.next().horizon();
    told.close();
    orders.reserved(moved, 1);
    Told again = told(live.follow(Set.of(still, moved), after));
    assertThat(again.next().productId()).isEqualTo(moved);
    assertThat(again.isQuiet()).isTrue();
  }

  @Test
  void nobody_is_looked_for_when_nobody_watches() {
    UUID product = shops.open().product(1);
    Told told = follow(product);
    told.next();
    told.close();
    orders.reserved(product, 1);
    Told later = follow(product);
    assertThat(later.available()).isZero();
  }

  @RepeatedTest(20)
  void first_event_comes_over_the_wire_to_all_who_begin_at_once() {
    UUID product = shops.open().product(10);
    WebClient web =
        WebClient.builder()
            .baseUrl("http://127.0.0.1:" + second.port() + "/graphql")
            .defaultHeader(Caller.HEADER, TestCallers.header("edge"))
            .build();
    List<String> first =
        Flux.range(0, 3)
            .flatMap(
                i ->
                    web.post()
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(
                            Map.of(
                                "query",
                                "subscription { stockChanged(productIds: [\"%s\"]) { available product { id availability { total } } } }"
                                    .formatted(product)))
                        .retrieve()
                        .bodyToFlux(String.class)
                        .next())
            .collectList()
            .block(Duration.ofSeconds(10));
    assertThat(first).hasSize(3).allMatch(event -> event.contains("\"available\":10"));
  }

  @Test
  void each_event_is_resolved_anew() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    shop.stock(product, shop.warehouse(), 10);
    WebClient web =
        WebClient.builder()
            .baseUrl("http://127.0.0.1:" + second.port() + "/graphql")
            .defaultHeader(Caller.HEADER, TestCallers.header("edge"))
            .build();

    List<String> events =
        web.post()
            .accept(MediaType.TEXT_EVENT_STREAM)
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(
                Map.of(
                    "query",
                    "subscription { stockChanged(productIds: [\"%s\"]) { available product { availability { total } } } }"
                        .formatted(product)))
            .retrieve()
            .bodyToFlux(String.class)
            .publishOn(Schedulers.boundedElastic())
            .doOnNext(
                event -> {
                  if (event.contains("\"available\":10")) {
                    orders.reserved(product, 3);
                  }
                })
            .take(2)
            .collectList()
            .block(Duration.ofSeconds(10));

    assertThat(events).hasSize(2);
    assertThat(events.getFirst()).contains("\"available\":10", "\"total\":10");
    assertThat(events.getLast()).contains("\"available\":7", "\"total\":7");
  }

  @Test
  void wrong_input_is_refused() {
    for (String arguments :
        List.of(
            "productIds: []",
            "productIds: [\"x\"]",
            "productIds: [\"%s\"], after: \"x\"".formatted(UUID.randomUUID()),
            "productIds: ["
                + String.join(",", Collections.nCopies(101, "\"" + UUID.randomUUID() + "\""))
                + "]")) {
      String body =
          subgraph
              .web()
              .post()
              .uri("/graphql")
              .header("Accept", "text/event-stream")
              .header("Content-Type", "application/json")
              .header(Caller.HEADER, TestCallers.header("edge"))
              .bodyValue(
                  Map.of(
                      "query", "subscription { stockChanged(%s) { cursor } }".formatted(arguments)))
              .exchange()
              .expectBody(String.class)
              .returnResult()
              .getResponseBody();
      assertThat(body).contains("\"BAD_USER_INPUT\"").contains("event:complete");
    }
  }

  @Test
  void first_look_that_fails_can_be_tried_again_and_the_others_go_on() {
    UUID product = UUID.randomUUID();
    List<Boolean> down = Collections.synchronizedList(new ArrayList<>());
    StockWatch watch =
        (known, since, fresh) ->
            down.isEmpty()
                ? Mono.just(
                    new StockReading(
                        since + 1,
                        List.of(new ProductStock(product, since + 1, (int) since, since + 1))))
                : Mono.error(new IllegalStateException("down"));
    LiveStock alone = new LiveStock(watch, new LiveProperties(Duration.ofMillis(5), 2));
    alone.start();
    Told early = told(alone.follow(Set.of(product), 0));
    early.next();
    down.add(true);
    Told late = told(alone.follow(Set.of(product), 0));
    assertThat(((RequestException) late.failure()).code()).isEqualTo(RequestErrorCode.TRY_AGAIN);
    down.clear();
    int last = early.available();
    assertThat(early.available()).isGreaterThan(last);
    Told many =
        told(alone.follow(Set.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()), 0));
    assertThat(((RequestException) many.failure()).code()).isEqualTo(RequestErrorCode.TRY_AGAIN);
    alone.stop();
    assertThat(((RequestException) early.failure()).code())
        .isEqualTo(RequestErrorCode.RESYNC_REQUIRED);
  }

  @Test
  void ids_that_somebody_made_up_keep_nobody_out() {
    UUID product = UUID.randomUUID();
    StockWatch watch =
        (known, since, fresh) ->
            Mono.just(
                new StockReading(
                    since + 1,
                    fresh.stream()
                        .map(id -> new ProductStock(id, 1, 7, id.equals(product) ? 1 : 0))
                        .toList()));
    LiveStock alone = new LiveStock(watch, new LiveProperties(Duration.ofMillis(5), 100));
    alone.start();
    Told few = told(alone.follow(madeUp(15), 0));
    few.next();
    Told many = told(alone.follow(madeUp(70), 0));
    assertThat(((RequestException) many.failure()).code()).isEqualTo(RequestErrorCode.TRY_AGAIN);
    for (int i = 0; i < 5; i++) {
      assertThat(told(alone.follow(Set.of(product), 0)).available()).isEqualTo(7);
      Told more = told(alone.follow(madeUp(70), 0));
      assertThat(((RequestException) more.failure()).code()).isEqualTo(RequestErrorCode.TRY_AGAIN);
    }
    assertThat(told(alone.follow(madeUp(5), 0)).available()).isEqualTo(7);
    alone.stop();
  }

  private static Set<UUID> madeUp(int ids) {
    return Stream.generate(UUID::randomUUID).limit(ids).collect(Collectors.toSet());
  }

  private Told follow(UUID... products) {
    return told(live.follow(Set.of(products), 0));
  }

  private Told told(Flux<StockEvent> events) {
    Told told = new Told(events);
    open.add(told);
    return told;
  }

  private static ReserveCall one(UUID product) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new ReserveCall(
        List.of(
            new ReservationRequest(
                new UUID(random.nextLong(), random.nextLong()),
                OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).truncatedTo(ChronoUnit.MICROS),
                Map.of(product, 1))));
  }
}
