package dev.lapak.orders.checkout.r2dbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.lapak.orders.checkout.Attempt;
import dev.lapak.orders.checkout.CheckoutRequest;
import dev.lapak.orders.checkout.KeyTakenException;
import dev.lapak.orders.checkout.Purchases;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Purchase;
import dev.lapak.orders.order.r2dbc.OrderRows;
import io.r2dbc.postgresql.api.PostgresqlException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One statement writes it all: the fewest round trips, and no transaction that could stay open. */
@Repository
class SqlPurchases implements Purchases {

  private static final String KEY = "purchase_key";

  /** By chance the number of another order. */
  private static final List<String> NUMBERS = List.of("orders_number", "orders_reference");

  private static final int TRIES = 5;

  private final WriteStatement statement;
  private final Together<Writing, Purchase> together =
      new Together<>(Writing::size, this::writeAll);

  SqlPurchases(WriteStatement statement) {
    this.statement = statement;
  }

  @Override
  public Mono<Purchase> write(Attempt attempt, CheckoutRequest request, Contents contents) {
    Writing writing = new Writing(attempt, request, contents);
    return (request.fromCart() ? writeCart(writing) : together.ask(writing))
        .retryWhen(Retry.max(TRIES).filter(SqlPurchases::isNumberTaken))
        .onErrorMap(SqlPurchases::isKeyTaken, taken -> new KeyTakenException());
  }

  private Mono<Purchase> writeCart(Writing writing) {
    return Flux.defer(() -> placed(statement.ofCart(writing)))
        .map(Placed::order)
        .collectList()
        .filter(orders -> !orders.isEmpty())
        .map(Purchase::of);
  }

  private Mono<List<Optional<Purchase>>> writeAll(List<Writing> writings) {
    Map<UUID, Writing> first = new LinkedHashMap<>();
    writings.forEach(writing -> first.putIfAbsent(writing.attempt().id(), writing));
    return placed(statement.of(List.copyOf(first.values())))
        .collect(groupingBy(Placed::attempt, HashMap::new, mapping(Placed::order, toList())))
        .map(placed -> each(writings, placed));
  }

  /** Of twins the first one has written it. */
  private static List<Optional<Purchase>> each(
      List<Writing> writings, Map<UUID, List<Order>> placed) {
    return writings.stream()
        .map(writing -> Optional.ofNullable(placed.remove(writing.attempt().id())))
        .map(orders -> orders.map(Purchase::of))
        .toList();
  }

  private static Flux<Placed> placed(GenericExecuteSpec statement) {
    return statement
        .map(row -> new Placed(OrderRows.get(row, "attempt", UUID.class), OrderRows.order(row)))
        .all();
  }

  private static boolean isKeyTaken(Throwable failure) {
    return KEY.equals(constraint(failure));
  }

  private static boolean isNumberTaken(Throwable failure) {
    return NUMBERS.contains(constraint(failure));
  }

  private static String constraint(Throwable failure) {
    return failure instanceof DataIntegrityViolationException violation
            && violation.getMostSpecificCause() instanceof PostgresqlException cause
        ? cause.getErrorDetails().getConstraintName().orElse("")
        : "";
  }

  /** An order with what it came of. */
  private record Placed(UUID attempt, Order order) {}
}
