package dev.lapak.orders.cart.r2dbc;

import dev.lapak.orders.cart.Cart;
import dev.lapak.orders.cart.CartError;
import dev.lapak.orders.cart.CartLine;
import dev.lapak.orders.cart.Carts;
import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.platform.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Locks, reads, decides in Java and writes what is otherwise then. */
@Repository
class SqlCarts implements Carts {

  private static final String LOCK =
      """
      INSERT INTO cart (owner_id) SELECT owner FROM unnest(:owners::uuid[]) AS owner ORDER BY owner
      ON CONFLICT (owner_id) DO UPDATE SET touched_at = now()
      """;

  private static final String ADDED =
      """
      SELECT product_id = :product AND quantity = :quantity AS same FROM cart_addition
      WHERE owner_id = :owner AND idempotency_key = :key
      """;

  private static final String REMEMBER =
      """
      INSERT INTO cart_addition (owner_id, idempotency_key, product_id, quantity)
      VALUES (:owner, :key, :product, :quantity)
      """;

  private static final String EMPTY = "DELETE FROM cart WHERE owner_id = :owner";

  private static final String FORGET_ADDITIONS =
      """
      DELETE FROM cart_addition WHERE ctid = ANY (ARRAY (
        SELECT ctid FROM cart_addition WHERE added_at < now() - make_interval(secs => :after)
        ORDER BY added_at LIMIT :limit FOR UPDATE SKIP LOCKED))
      """;

  private static final String FORGET =
      """
      DELETE FROM cart WHERE owner_id IN (
        SELECT owner_id FROM cart WHERE touched_at < now() - make_interval(secs => :after)
        ORDER BY touched_at LIMIT :limit FOR UPDATE SKIP LOCKED)
      """;

  private final DatabaseClient database;
  private final CartLines lines;
  private final TransactionalOperator transaction;

  SqlCarts(DatabaseClient database, CartLines lines, TransactionalOperator transaction) {
    this.database = database;
    this.lines = lines;
    this.transaction = transaction;
  }

  @Override
  public Mono<Cart> find(UUID owner) {
    return lines.read(List.of(owner)).map(all -> cart(all, owner));
  }

  @Override
  public Mono<Outcome<Cart, CartError>> change(
      UUID owner, Function<Cart, Outcome<Cart, CartError>> decision) {
    return lock(owner).then(decide(owner, decision)).as(transaction::transactional);
  }

  @Override
  public Mono<Outcome<Cart, CartError>> changeOnce(
      UUID owner, Addition addition, Function<Cart, Outcome<Cart, CartError>> decision) {
    return lock(owner)
        .then(added(owner, addition))
        .flatMap(
            same ->
                same
                    ? find(owner).map(Outcome::<Cart, CartError>done)
                    : Mono.just(Outcome.<Cart, CartError>refused(CartError.KEY_REUSED)))
        .switchIfEmpty(
            Mono.defer(
                () ->
                    decide(owner, decision)
                        .flatMap(
                            outcome ->
                                outcome instanceof Outcome.Done
                                    ? remember(owner, addition).thenReturn(outcome)
                                    : Mono.just(outcome))))
        .as(transaction::transactional);
  }

  @Override
  public Mono<Outcome<Cart, CartError>> takeOver(
      UUID owner, UUID from, BiFunction<Cart, Cart, Outcome<Cart, CartError>> decision) {
    return lock(owner, from)
        .then(lines.read(List.of(owner, from)))
        .flatMap(
            all -> {
              Cart own = cart(all, owner);
              Outcome<Cart, CartError> outcome = decision.apply(own, cart(all, from));
              return outcome instanceof Outcome.Done(Cart wanted)
                  ? lines.write(owner, own, wanted).then(empty(from)).thenReturn(outcome)
                  : Mono.just(outcome);
            })
        .as(transaction::transactional);
  }

  private Mono<Outcome<Cart, CartError>> decide(
      UUID owner, Function<Cart, Outcome<Cart, CartError>> decision) {
    return find(owner)
        .flatMap(
            cart -> {
              Outcome<Cart, CartError> outcome = decision.apply(cart);
              return outcome instanceof Outcome.Done(Cart wanted)
                  ? lines.write(owner, cart, wanted).thenReturn(outcome)
                  : Mono.just(outcome);
            });
  }

  private Mono<Void> lock(UUID... owners) {
    return database.sql(LOCK).bind("owners", owners).then();
  }

  private Mono<Boolean> added(UUID owner, Addition addition) {
    return database
        .sql(ADDED)
        .bind("owner", owner)
        .bind("key", addition.key())
        .bind("product", addition.productId())
        .bind("quantity", addition.quantity())
        .map(row -> OrderRows.get(row, "same", Boolean.class))
        .one();
  }

  private Mono<Void> remember(UUID owner, Addition addition) {
    return database
        .sql(REMEMBER)
        .bind("owner", owner)
        .bind("key", addition.key())
        .bind("product", addition.productId())
        .bind("quantity", addition.quantity())
        .then();
  }

  private Mono<Void> empty(UUID owner) {
    return database.sql(EMPTY).bind("owner", owner).then();
  }

  @Override
  public Mono<Long> forget(Duration cartsAfter, Duration additionsAfter, int limit) {
    return database
        .sql(FORGET_ADDITIONS)
        .bind("after", (double) additionsAfter.toSeconds())
        .bind("limit", limit)
        .fetch()
        .rowsUpdated()
        .zipWhen(
            additions ->
                database
                    .sql(FORGET)
                    .bind("after", (double) cartsAfter.toSeconds())
                    .bind("limit", limit)
                    .fetch()
                    .rowsUpdated(),
            Math::max);
  }

  private static Cart cart(Map<UUID, List<CartLine>> all, UUID owner) {
    return new Cart(all.getOrDefault(owner, List.of()));
  }
}
