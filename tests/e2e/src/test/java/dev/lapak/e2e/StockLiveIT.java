package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.client.ClientGraphQlResponse;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Stock, watched by anybody. */
class StockLiveIT {

  private static final String WATCH =
      """
      subscription ($products: [ID!]!, $after: String) {
        stockChanged(productIds: $products, after: $after) {
          cursor sequence available productId product { title availability { inStock(quantity: 5) } }
        }
      }
      """;

  @Test
  void a_page_shows_what_is_left_while_others_buy() {
    Shop shop = Shop.open();
    String product = shop.sell("1.00", 10);
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    List<ClientGraphQlResponse> seen = new CopyOnWriteArrayList<>();
    Disposable watching =
        Person.NOBODY
            .live(WATCH, Map.of("products", List.of(product)))
            .subscribe(seen::add, failures::add);
    List<ClientGraphQlResponse> overSse = new CopyOnWriteArrayList<>();
    Disposable watchingToo =
        Person.NOBODY
            .liveOverSse(WATCH, Map.of("products", List.of(product)))
            .subscribe(overSse::add, failures::add);
    try {
      awaitAvailable(seen, failures, 10);
      awaitAvailable(overSse, failures, 10);
      Buying.buy(Person.buyer(), product, 3);
      awaitAvailable(seen, failures, 7);
      Buying.buyFor(Person.buyer(), product, 4, 10);
      awaitAvailable(seen, failures, 3);
      // Nobody pays it, so that it is for sale again.
      awaitAvailable(seen, failures, 7);
      awaitAvailable(overSse, failures, 7);
      assertThat(seen.getLast().field("stockChanged.product.title").<String>getValue())
          .isEqualTo("Lantern");
      assertThat(
              seen.getLast().field("stockChanged.product.availability.inStock").<Boolean>getValue())
          .isTrue();
      assertThat(sequences(seen)).isSorted().doesNotHaveDuplicates();
      assertThat(sequences(overSse)).isSorted().doesNotHaveDuplicates();
    } finally {
      watching.dispose();
      watchingToo.dispose();
    }
  }

  @Test
  void who_comes_back_is_told_what_has_changed_meanwhile() {
    Shop shop = Shop.open();
    String still = shop.sell("1.00", 1);
    String moved = shop.sell("1.00", 2);
    Map<String, Object> both = Map.of("products", List.of(still, moved));
    List<ClientGraphQlResponse> first =
        Patience.await(Person.NOBODY.live(WATCH, both).take(2).collectList());
    Buying.buy(Person.buyer(), moved, 1);
    String cursor = first.getLast().field("stockChanged.cursor").getValue();
    ClientGraphQlResponse next =
        Patience.await(
            Person.NOBODY
                .live(WATCH, Map.of("products", List.of(still, moved), "after", cursor))
                .next());
    assertThat(next.field("stockChanged.productId").<String>getValue()).isEqualTo(moved);
    assertThat(next.field("stockChanged.available").<Integer>getValue()).isOne();
  }

  @Test
  void too_many_no_and_wrong_products_are_refused() {
    List<String> many = Stream.generate(() -> UUID.randomUUID().toString()).limit(101).toList();
    for (List<String> products : List.of(List.<String>of(), List.of("no id"), many)) {
      Map<String, Object> variables = Map.of("products", products);
      assertThat(refusal(Person.NOBODY.live(WATCH, variables))).contains("productIds");
      assertThat(refusal(Person.NOBODY.liveOverSse(WATCH, variables))).contains("productIds");
    }
  }

  private static String refusal(Flux<ClientGraphQlResponse> refused) {
    return Patience.await(
        refused
            .map(response -> response.getErrors().toString())
            .onErrorResume(failure -> Flux.just(failure.toString()))
            .next());
  }

  private static List<Integer> sequences(List<ClientGraphQlResponse> events) {
    return events.stream()
        .map(event -> event.field("stockChanged.sequence").<Integer>getValue())
        .toList();
  }

  private static void awaitAvailable(
      List<ClientGraphQlResponse> seen, List<Throwable> failures, int expected) {
    await()
        .atMost(Patience.LIMIT)
        .untilAsserted(
            () -> {
              assertThat(failures).isEmpty();
              assertThat(seen).isNotEmpty();
              assertThat(seen.getLast().field("stockChanged.available").<Integer>getValue())
                  .isEqualTo(expected);
            });
  }
}
