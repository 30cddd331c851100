package dev.lapak.inventory.warehouse.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.warehouse.Warehouse;
import dev.lapak.inventory.warehouse.WarehouseErrorCode;
import dev.lapak.inventory.warehouse.WarehouseErrors;
import dev.lapak.inventory.warehouse.WarehouseStore;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlWarehouses implements WarehouseStore {

  private final DatabaseClient database;
  private final TransactionalOperator transaction;

  SqlWarehouses(DatabaseClient database, TransactionalOperator transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  @Override
  public Flux<Warehouse> of(UUID seller) {
    return database
        .sql(
            """
            SELECT id, name, active FROM warehouse WHERE seller_id = :seller
            ORDER BY casefold(name COLLATE pg_unicode_fast), id
            """)
        .bind("seller", seller)
        .map(WarehouseRows::warehouse)
        .all();
  }

  @Override
  public Flux<Warehouse> byIds(Collection<UUID> ids, @Nullable UUID seller) {
    return database
        .sql(
            """
            SELECT id, name, active FROM warehouse
            WHERE id = ANY (:ids) AND (:seller::uuid IS NULL OR seller_id = :seller)
            """)
        .bind("ids", ids.toArray(UUID[]::new))
        .bind("seller", Columns.nullable(seller, UUID.class))
        .map(WarehouseRows::warehouse)
        .all();
  }

  @Override
  public Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> create(UUID seller, String name) {
    // One at a time for each seller, or two could count 99 at once.
    Mono<Long> alone =
        database
            .sql("SELECT pg_advisory_xact_lock(hashtextextended(:seller, 0))")
            .bind("seller", seller.toString())
            .fetch()
            .rowsUpdated();
    Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> create =
        database
            .sql(
                """
                WITH present AS (SELECT count(*) AS total FROM warehouse WHERE seller_id = :seller),
                made AS (
                  INSERT INTO warehouse (seller_id, name)
                  SELECT :seller, :name FROM present WHERE total < :max
                  ON CONFLICT DO NOTHING
                  RETURNING id, name, active)
                SELECT total, id, name, active FROM present LEFT JOIN made ON true
                """)
            .bind("seller", seller)
            .bind("name", name)
            .bind("max", Warehouse.MAX_PER_SELLER)
            .map(SqlWarehouses::created)
            .one();
    return alone.then(create).as(transaction::transactional);
  }

  private static Outcome<Warehouse, InputError<WarehouseErrorCode>> created(Readable row) {
    if (row.get("id") != null) {
      return Outcome.done(WarehouseRows.warehouse(row));
    }
    long total = Objects.requireNonNull(row.get("total", Long.class));
    return Outcome.refused(
        total < Warehouse.MAX_PER_SELLER ? WarehouseErrors.nameTaken() : WarehouseErrors.tooMany());
  }

  @Override
  public Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> rename(
      UUID seller, UUID id, String name) {
    return database
        .sql(
            """
            UPDATE warehouse SET name = :name WHERE id = :id AND seller_id = :seller
            RETURNING id, name, active
            """)
        .bind("name", name)
        .bind("id", id)
        .bind("seller", seller)
        .map(WarehouseRows::warehouse)
        .one()
        .map(Outcome::<Warehouse, InputError<WarehouseErrorCode>>done)
        .onErrorResume(
            DuplicateKeyException.class,
            taken -> Mono.just(Outcome.refused(WarehouseErrors.nameTaken())));
  }

  @Override
  public Mono<Warehouse> setActive(UUID seller, UUID id, boolean active) {
    return database
        .sql(
            """
            UPDATE warehouse SET active = :active,
              version = version + 1, changed_in = pg_current_xact_id()
            WHERE id = :id AND seller_id = :seller
            RETURNING id, name, active
            """)
        .bind("active", active)
        .bind("id", id)
        .bind("seller", seller)
        .map(WarehouseRows::warehouse)
        .one();
  }
}
