package dev.lapak.e2e;

import static dev.lapak.e2e.Buying.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.client.SubscriptionErrorException;
import reactor.test.StepVerifier;

/** What goes wrong, each with its code, through the whole way. */
class BadInputIT {

  private static Shop shop;
  private static Person buyer;

  @BeforeAll
  static void somebodySellsAndSomebodyBuys() {
    shop = Shop.open();
    buyer = Person.buyer();
  }

  @Test
  void no_token_is_unauthenticated() {
    assertThat(Person.NOBODY.now("{ myOrders { totalCount } }").requestError())
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void an_unknown_token_is_invalid() {
    Answer answer = new Person("?", "eyJhbGciOiJub25lIn0.e30.").now("{ me { id } }");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.requestError()).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void a_changed_token_is_invalid() {
    String token = Objects.requireNonNull(buyer.token());
    Answer answer =
        new Person("?", token.substring(0, token.length() - 8) + "AAAAAAAA").now("{ me { id } }");
    assertThat(answer.requestError()).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void no_lines() {
    assertThat(checkout(List.of())).containsExactly("NO_LINES");
  }

  @Test
  void one_thousand_lines_are_taken_and_one_more_is_not() {
    String product = shop.sell("0.01", 1_000);
    assertThat(checkout(Collections.nCopies(1_001, line(product, 1))))
        .containsExactly("TOO_MANY_LINES");
    assertThat(checkout(Collections.nCopies(1_000, line(product, 1)))).isEmpty();
    assertThat(shop.levels(product).reserved()).isEqualTo(1_000);
  }

  @Test
  void as_much_as_the_edge_lets_in_comes_to_its_subgraph() {
    String product = shop.sell("0.01", 1);
    assertThat(checkout(Collections.nCopies(10_000, line(product, 1))))
        .containsExactly("TOO_MANY_LINES");
    Answer search =
        Person.NOBODY.now(
            "query ($t: String!) { products(search: $t) { totalCount } }",
            Map.of("t", "x".repeat(900_000)));
    assertThat(search.requestError()).isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query ($n: String!) { __type(name: $n) { name } } | BAD_USER_INPUT",
        "query ($no: Boolean!) { __typename @skip(if: $no) } | BAD_USER_INPUT",
        "{ __type(name: \"User\") { name } me { name } } | GRAPHQL_VALIDATION_FAILED",
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"
            + "| GRAPHQL_VALIDATION_FAILED"
      })
  void introspection_that_can_t_be_answered(String document, String code) {
    Answer answer = Person.NOBODY.now(document);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.requestError()).isEqualTo(code);
  }

  @Test
  void one_thousand_different_products_are_taken() {
    List<Map<String, Object>> lines = new ArrayList<>();
    String after = "";
    while (lines.size() < 1_000) {
      Answer page =
          Person.NOBODY.now(
              """
              query ($after: String) {
                products(first: 100, after: $after, sort: TITLE) {
                  edges { node { id availability { inStock } } } pageInfo { endCursor }
                }
              }
              """,
              after.isEmpty() ? Map.of() : Map.of("after", after));
      List<String> inStock =
          page.get("products.edges[?(@.node.availability.inStock == true)].node.id");
      inStock.stream().limit(1_000L - lines.size()).forEach(id -> lines.add(line(id, 1)));
      after = page.get("products.pageInfo.endCursor");
    }

    assertThat(checkout(lines)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001, Integer.MAX_VALUE})
  void a_quantity_outside_of_its_bounds(int quantity) {
    String product = shop.sell("0.01", 1);
    assertThat(checkout(List.of(line(product, quantity)))).containsExactly("QUANTITY_OUT_OF_RANGE");
  }

  @Test
  void quantities_that_overflow_when_added_up() {
    String product = shop.sell("0.01", 1);
    assertThat(checkout(List.of(line(product, 999_999), line(product, 2))))
        .containsExactly("QUANTITY_OUT_OF_RANGE");
    assertThat(checkout(Collections.nCopies(1_000, line(product, 1_000_000))))
        .containsExactly("QUANTITY_OUT_OF_RANGE");
  }

  @Test
  void a_quantity_that_is_no_int() {
    String product = shop.sell("0.01", 1);
    Answer answer =
        Patience.await(
            Buying.checkout(buyer, Buying.key(), List.of(line(product, 2_147_483_648L))));
    assertThat(answer.requestError()).isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01980000-0000-7000-8000-000000000000", "no-id", "", "🛒"})
  void an_unknown_product(String product) {
    assertThat(checkout(List.of(line(product, 1)))).containsExactly("PRODUCT_NOT_FOUND");
  }

  @Test
  void an_archived_product() {
    String product = shop.sell("0.01", 1);
    shop.seller()
        .now(
            "mutation ($id: ID!) { archiveProduct(input: {id: $id, expectedVersion: 1}) { errors { code } } }",
            Map.of("id", product));
    assertThat(checkout(List.of(line(product, 1)))).containsExactly("PRODUCT_ARCHIVED");
  }

  @Test
  void too_little_stock_says_how_much_there_is_and_reserves_nothing() {
    String product = shop.sell("0.01", 3);
    String plenty = shop.sell("0.01", 10);
    Answer answer =
        Patience.await(
            Buying.checkout(buyer, Buying.key(), List.of(line(plenty, 1), line(product, 4))));
    assertThat(answer.failures("checkout")).containsExactly("OUT_OF_STOCK");
    assertThat(answer.<Integer>get("checkout.errors[0].available")).isEqualTo(3);
    assertThat(answer.<Integer>get("checkout.errors[0].line")).isEqualTo(1);
    assertThat(shop.levels(plenty).reserved()).isZero();
    assertThat(checkout(List.of(line(product, 3)))).isEmpty();
  }

  @Test
  void the_same_key_with_another_input() {
    String product = shop.sell("0.01", 10);
    String key = Buying.key();
    Answer first = Patience.await(Buying.checkout(buyer, key, List.of(line(product, 1))));
    assertThat(first.failures("checkout")).isEmpty();
    Answer second = Patience.await(Buying.checkout(buyer, key, List.of(line(product, 2))));
    assertThat(second.failures("checkout")).containsExactly("KEY_REUSED");
    Answer again = Patience.await(Buying.checkout(buyer, key, List.of(line(product, 1))));
    assertThat(again.<Boolean>get("checkout.replayed")).isTrue();
    assertThat(shop.levels(product).reserved()).isEqualTo(1);
  }

  @Test
  void another_s_order_looks_as_if_not_there() {
    String order = Buying.buy(buyer, shop.sell("0.01", 1), 1).get("checkout.purchase.orders[0].id");
    Person stranger = Person.buyer();
    Shop competitor = Shop.open();
    for (Person other : List.of(stranger, competitor.seller())) {
      assertThat(
              other
                  .now("query ($id: ID!) { order(id: $id) { id } }", Map.of("id", order))
                  .<Object>get("order"))
          .isNull();
      assertThat(Proofs.request(other, order).failures("requestProofUpload"))
          .containsExactly("ORDER_NOT_FOUND");
      assertThat(
              other
                  .now(
                      "mutation ($id: ID!) { cancelOrder(input: {orderId: $id, reason: \"mine\"}) { errors { code } } }",
                      Map.of("id", order))
                  .failures("cancelOrder"))
          .containsExactly("ORDER_NOT_FOUND");
      String watch = "subscription ($id: ID!) { orderStatusChanged(orderId: $id) { status } }";
      StepVerifier.create(other.live(watch, Map.of("id", order)))
          .expectErrorSatisfies(
              error ->
                  assertThat(((SubscriptionErrorException) error).getErrors())
                      .extracting(e -> e.getExtensions().get("code"))
                      .containsExactly("NOT_FOUND"))
          .verify(Patience.LIMIT);
    }
  }

  @Test
  void a_proof_that_is_no_picture_and_one_that_is_too_large() {
    String order = Buying.buy(buyer, shop.sell("0.01", 1), 1).get("checkout.purchase.orders[0].id");
    Answer upload = Proofs.request(buyer, order);
    String url = upload.get("requestProofUpload.upload.url");
    int most = upload.<Integer>get("requestProofUpload.upload.maxBytes");
    assertThat(Proofs.put(url, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()).status())
        .isEqualTo(415);
    assertThat(Proofs.put(url, new byte[0]).status()).isEqualTo(400);
    byte[] tooLarge = java.util.Arrays.copyOf(Proofs.png(), most + 1);
    assertThat(Proofs.put(url, tooLarge).status()).isEqualTo(413);
    assertThat(Proofs.put(url.replace("signature=", "signature=x"), Proofs.png()).status())
        .isEqualTo(404);
    assertThat(Proofs.put(url, Proofs.png()).status()).isEqualTo(201);
    assertThat(Proofs.put(url, Proofs.png()).status()).as("the same again").isEqualTo(201);
  }

  @Test
  void a_proof_on_a_paid_order() {
    String order = Buying.buy(buyer, shop.sell("0.01", 1), 1).get("checkout.purchase.orders[0].id");
    String proof = Proofs.handIn(buyer, order);
    assertThat(Proofs.approve(shop.seller(), proof).failures("approvePayment")).isEmpty();
    assertThat(Proofs.approve(shop.seller(), proof).failures("approvePayment"))
        .as("approving twice changes nothing")
        .isEmpty();
    assertThat(Proofs.reject(shop.seller(), proof, "no").failures("rejectPayment"))
        .containsExactly("ALREADY_REVIEWED");
    assertThat(Proofs.request(buyer, order).failures("requestProofUpload"))
        .containsExactly("WRONG_STATUS");
    assertThat(
            Proofs.submit(buyer, order, UUID.randomUUID().toString())
                .failures("submitPaymentProof"))
        .containsExactly("WRONG_STATUS");
  }

  @Test
  void text_that_is_no_graphql() {
    assertThat(buyer.now("{ me { id }").requestError()).isEqualTo("GRAPHQL_PARSE_FAILED");
    assertThat(buyer.now("").requestError()).isNotBlank();
    assertThat(buyer.now("{ nothingOfTheKind }").requestError())
        .isEqualTo("GRAPHQL_VALIDATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"query\":\"{ nothingOfTheKind }\"}",
        "{\"query\":\"{ products(first: 0) { totalCount } }\"}",
        "{\"query\":\"query ($n: Int!) { products(first: $n) { totalCount } }\"}",
        "{\"query\":\"{ myOrders { totalCount } }\"}",
        "{\"query\":\"{ me \"}"
      })
  void an_error_says_the_client_s_own_trace(String body) {
    String trace = UUID.randomUUID().toString().replace("-", "");
    Answer answer =
        Patience.await(
            Person.NOBODY.post(
                body, Map.of("traceparent", "00-" + trace + "-b7ad6b7169203331-00")));
    assertThat(answer.json().<List<String>>read("$.errors[*].extensions.traceId"))
        .containsExactly(trace);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF{\"query\":\"{ me { id } }\"}",
        "{\"query\":\"query ($v: ID!) { product(id: $v) { id } }\",\"variables\":{\"v\":\"\\udc00\"}}",
        "{\"query\":\"query ($v: ID!) { product(id: $v) { id } }\",\"variables\":{\"v\":\"\\ud800\"}}",
        "{\"query\":\"query ($v: ID!) { product(id: $v) { id } }\",\"variables\":{\"v\":1e400}}",
      })
  void a_body_that_not_all_would_read_alike(String body) {
    refusedByTheRouter(Patience.await(Person.NOBODY.post(body, Map.of())), "BAD_REQUEST");
  }

  @Test
  void a_document_that_apollo_router_can_t_read() {
    String body = "{\"query\":\"{ product(id: \\\"\\\\u{1F600}\\\") { id } }\"}";
    Answer answer = Patience.await(Person.NOBODY.post(body, Map.of()));
    // The stand-in reads it.
    if (answer.hasRequestErrors()) {
      refusedByTheRouter(answer, "GRAPHQL_PARSE_FAILED");
    }
  }

  private static void refusedByTheRouter(Answer answer, String code) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().<List<String>>read("$.errors[*].extensions.code")).containsOnly(code);
    assertThat(answer.body()).doesNotContain("details", "deserialize", "apollo", "syntax error");
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 100, 500, 10_000})
  void a_query_that_is_too_deep(int depth) {
    Answer answer = buyer.now(deep(depth));
    assertThat(answer.requestError()).isEqualTo("QUERY_TOO_DEEP");
  }

  @Test
  void a_query_as_deep_as_allowed() {
    assertThat(buyer.now(deep(20)).<Object>get("me")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void a_page_outside_of_its_bounds(int first) {
    assertThat(
            Person.NOBODY
                .now(
                    "query ($n: Int!) { products(first: $n) { edges { cursor } } }",
                    Map.of("n", first))
                .requestError())
        .isEqualTo("BAD_USER_INPUT");
  }

  /** {@code me { orders { edges { node { buyer { orders …}}}}}} to exactly that many levels. */
  private static String deep(int depth) {
    List<String> cycle = List.of("orders(first: 1)", "edges", "node", "buyer");
    StringBuilder text = new StringBuilder("{ me");
    for (int level = 2; level < depth; level++) {
      text.append(" { ").append(cycle.get((level - 2) % cycle.size()));
    }
    text.append(" { __typename");
    return text.append(" }".repeat(depth)).toString();
  }

  private static List<String> checkout(List<Map<String, Object>> lines) {
    return Patience.await(Buying.checkout(buyer, Buying.key(), lines)).failures("checkout");
  }
}
