package dev.lapak.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.orders.checkout.Attempts.Beginning;
import dev.lapak.orders.order.BankAccount;
import dev.lapak.orders.order.OrderLine;
import dev.lapak.orders.order.Purchase;
import dev.lapak.orders.order.Remarks;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.Statements;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.money.Money;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import reactor.core.publisher.Mono;

/** What comes at once is mostly two statements: the first one's, and the others'. */
@OrdersTest
class AtOnceTests {

  @Autowired World world;
  @Autowired Attempts attempts;
  @Autowired Purchases purchases;
  @Autowired Statements statements;
  @Autowired JdbcTemplate checks;

  @BeforeEach
  void nothing() {
    world.reset();
  }

  @Test
  void many_begin_with_few_statements_each_with_its_own_attempt() {
    List<CheckoutRequest> requests = IntStream.range(0, 50).mapToObj(i -> request(1)).toList();

    List<Beginning> begun = during(10, "INSERT INTO checkout_attempt", () -> begin(requests));

    for (int i = 0; i < requests.size(); i++) {
      assertThat(
              checks.queryForObject(
                  "SELECT buyer_id FROM checkout_attempt WHERE id = ?",
                  UUID.class,
                  attempt(begun.get(i)).id()))
          .isEqualTo(requests.get(i).buyer());
    }
  }

  @Test
  void twins_that_begin_at_once_share_an_attempt() {
    CheckoutRequest one = request(1);
    CheckoutRequest other = request(2);

    List<Beginning> begun = begin(List.of(request(3), one, other, one, one));

    assertThat(Stream.of(1, 3, 4).map(i -> attempt(begun.get(i)).id()).distinct()).hasSize(1);
    assertThat(attempt(begun.get(2)).id()).isNotEqualTo(attempt(begun.get(1)).id());
    assertThat(runs(begun.get(1))).isEqualTo(3);
    assertThat(runs(begun.get(2))).isOne();
    assertThat(runs(begin(List.of(request(3), one, one)).get(1))).isEqualTo(5);
  }

  @Test
  void many_are_written_with_few_statements_each_with_what_is_its_own() {
    List<Bought> wanted = IntStream.range(0, 30).mapToObj(i -> bought(request(i + 1))).toList();

    List<Purchase> written = during(10, "INSERT INTO purchase", () -> write(wanted));

    for (int i = 0; i < wanted.size(); i++) {
      Bought mine = wanted.get(i);
      assertThat(written.get(i).orders().getFirst().buyerId()).isEqualTo(mine.request().buyer());
      assertThat(
              checks.queryForMap(
                  """
                  SELECT p.idempotency_key, p.note, o.reservation_id, l.product_id, l.quantity
                  FROM purchase p JOIN orders o ON o.purchase_id = p.id
                  JOIN order_line l ON l.order_id = o.id
                  WHERE p.id = ?
                  """,
                  written.get(i).id()))
          .containsEntry("idempotency_key", mine.request().key())
          .containsEntry("note", "for " + (i + 1))
          .containsEntry("reservation_id", mine.contents().reservations().getFirst())
          .containsEntry("product_id", mine.request().products().getFirst())
          .containsEntry("quantity", i + 1);
      assertThat(count("checkout_attempt", mine)).isZero();
    }
  }

  @Test
  void a_key_that_is_taken_spoils_it_for_nobody_else() {
    CheckoutRequest one = request(1);
    CheckoutRequest sameKey = one.of(List.of(Wish.ofLine(0, UUID.randomUUID(), 9)));
    List<Bought> wanted =
        List.of(bought(request(5)), bought(request(6)), bought(one), bought(sameKey));

    List<CompletableFuture<Purchase>> written = wanted.stream().map(this::writing).toList();

    assertThat(written.get(0).join()).isNotNull();
    assertThat(written.get(1).join().orders().getFirst().buyerId())
        .isEqualTo(wanted.get(1).request().buyer());
    List<CompletableFuture<Purchase>> rivals = written.subList(2, 4);
    CompletableFuture.allOf(rivals.toArray(CompletableFuture[]::new))
        .exceptionally(taken -> null)
        .join();
    assertThat(rivals.stream().filter(rival -> !rival.isCompletedExceptionally())).hasSize(1);
    assertThatThrownBy(
            () ->
                rivals.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .forEach(CompletableFuture::join))
        .hasCauseInstanceOf(KeyTakenException.class);
  }

  @Test
  void one_of_twins_that_are_written_at_once_writes_it() {
    Bought mine = bought(request(1));

    List<Bought> wanted = List.of(bought(request(2)), mine, mine, bought(request(3)));

    List<Purchase> written = during(3, "INSERT INTO purchase", () -> write(wanted));

    assertThat(written.get(1)).isNotNull();
    assertThat(written.get(2)).isNull();
    assertThat(written.get(3)).isNotNull();
    assertThat(count("purchase", mine)).isOne();
    assertThat(count("orders", mine)).isOne();
  }

  /** Thousands that were deleted lately may lie in its index, though few are left. */
  @Test
  void an_attempt_is_found_by_its_id_however_few_there_are() {
    Bought mine = bought(request(1));
    String sql = statements.during(() -> writing(mine).join(), "INSERT INTO purchase").getFirst();

    assertThat(plan(sql))
        .containsPattern("Index Scan (using|on) checkout_attempt_pkey")
        .doesNotContain("checkout_attempt_key");
  }

  /** As in the subgraph's own sessions. */
  private String plan(String sql) {
    long parameters =
        Pattern.compile("\\$\\d+")
            .matcher(sql)
            .results()
            .map(MatchResult::group)
            .distinct()
            .count();
    String nulls = "NULL, ".repeat((int) parameters - 1) + "NULL";
    return checks.execute(
        (StatementCallback<String>)
            statement -> {
              statement.execute("SET enable_seqscan = off");
              statement.execute("SET plan_cache_mode = force_generic_plan");
              statement.execute("PREPARE written AS " + sql);
              try (ResultSet rows =
                  statement.executeQuery("EXPLAIN EXECUTE written (" + nulls + ")")) {
                List<String> lines = new ArrayList<>();
                while (rows.next()) {
                  lines.add(rows.getString(1));
                }
                return String.join("\n", lines);
              } finally {
                statement.execute("DEALLOCATE written");
                statement.execute("RESET ALL");
              }
            });
  }

  private record Bought(CheckoutRequest request, Attempt attempt, Purchases.Contents contents) {}

  private static CheckoutRequest request(int quantity) {
    return new CheckoutRequest(
        UUID.randomUUID(),
        false,
        UUID.randomUUID().toString(),
        false,
        List.of(Wish.ofLine(0, UUID.randomUUID(), quantity)),
        null,
        null,
        new Remarks(null, "for " + quantity, null));
  }

  private Bought bought(CheckoutRequest request) {
    Attempt attempt = attempt(begin(List.of(request)).getFirst());
    UUID seller = UUID.randomUUID();
    Wish wish = request.wishes().getFirst();
    Money price = Money.of("1.00", "GBP");
    Draft draft =
        new Draft(
            seller,
            List.of(
                new Draft.Line(
                    0,
                    new OrderLine(wish.productId(), "S", "Thing", wish.quantity(), price, price))),
            price);
    return new Bought(
        request,
        attempt,
        new Purchases.Contents(
            List.of(draft),
            Map.of(seller, new BankAccount("Bank", "Holder", "1")),
            attempt.reservations(1),
            Instant.now().plus(2, ChronoUnit.DAYS),
            Duration.ofDays(1),
            request.remarks()));
  }

  private List<Beginning> begin(List<CheckoutRequest> requests) {
    return all(requests.stream().map(attempts::begin).map(Mono::toFuture).toList());
  }

  private List<Purchase> write(List<Bought> wanted) {
    return all(wanted.stream().map(this::writing).toList());
  }

  private CompletableFuture<Purchase> writing(Bought bought) {
    return purchases.write(bought.attempt(), bought.request(), bought.contents()).toFuture();
  }

  private static <T> List<T> all(List<CompletableFuture<T>> futures) {
    return futures.stream().map(CompletableFuture::join).toList();
  }

  private <T> List<T> during(int most, String text, Supplier<List<T>> action) {
    List<List<T>> answers = new ArrayList<>();
    assertThat(statements.during(() -> answers.add(action.get()), text))
        .hasSizeLessThanOrEqualTo(most);
    return answers.getFirst();
  }

  private static Attempt attempt(Beginning beginning) {
    return ((Beginning.Open) beginning).attempt();
  }

  private long count(String table, Bought bought) {
    Long count =
        checks.queryForObject(
            "SELECT count(*) FROM " + table + " WHERE buyer_id = ?",
            Long.class,
            bought.request().buyer());
    return count == null ? -1 : count;
  }

  private int runs(Beginning beginning) {
    Integer runs =
        checks.queryForObject(
            "SELECT runs FROM checkout_attempt WHERE id = ?",
            Integer.class,
            attempt(beginning).id());
    return runs == null ? -1 : runs;
  }
}
