package dev.lapak.inventory.reservation.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.reservation.OverReservations;
import dev.lapak.inventory.stock.r2dbc.LevelLocks;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@Repository
class SqlOverReservations implements OverReservations {

  private static final int SOME = 100;

  private static final String PRODUCTS =
      """
      SELECT DISTINCT product_id FROM reservation_line WHERE reservation_id = ANY (ARRAY (
        SELECT id FROM reservation WHERE status = 'ACTIVE' AND expires_at <= now()
        ORDER BY expires_at LIMIT :some))
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final LevelLocks locks;

  SqlOverReservations(
      DatabaseClient database, TransactionalOperator transaction, LevelLocks locks) {
    this.database = database;
    this.transaction = transaction;
    this.locks = locks;
  }

  @Override
  public Mono<Boolean> endSome() {
    return database
        .sql(PRODUCTS)
        .bind("some", SOME)
        .map(row -> Columns.uuid(row, "product_id"))
        .all()
        .collectList()
        .filter(products -> !products.isEmpty())
        .flatMap(products -> locks.expireUnlocked(products).as(transaction::transactional))
        .map(freed -> freed > 0)
        .defaultIfEmpty(false);
  }
}
