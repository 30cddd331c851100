package dev.lapak.products.imports.r2dbc;

import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.Imports;
import dev.lapak.products.imports.ProductImport;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@Component
final class ImportTable implements Imports {

  private static final UUID LAST = new UUID(-1, -1);

  /** One seller's requests one after the other, so that they are counted right. */
  private static final String LOCK_SELLER =
      "SELECT pg_advisory_xact_lock(hashtextextended('import requests ' || $1, 0))";

  private static final String BEGIN =
      """
      INSERT INTO product_imports (seller_id, currency, format, upload_until)
      SELECT $1, $2, $3, $4
      WHERE (SELECT count(*) FROM product_imports WHERE seller_id = $1 AND ended_at IS NULL) < $5
      RETURNING id
      """;

  private static final String SELECT = "SELECT " + ImportRow.COLUMNS + "FROM product_imports ";

  private static final String START =
      """
      UPDATE product_imports SET status = 'RUNNING', started_at = now()
      WHERE id = $1 AND seller_id = $2 AND status = 'UPLOADED'
      RETURNING
      """
          + ImportRow.COLUMNS;

  private static final String CANCEL =
      """
      UPDATE product_imports SET status = 'CANCELLED', ended_at = now()
      WHERE id = $1 AND seller_id = $2 AND ended_at IS NULL
      RETURNING
      """
          + ImportRow.COLUMNS;

  private static final String END_WAITING =
      """
      UPDATE product_imports SET status = 'CANCELLED', ended_at = now()
      WHERE status IN ('REQUESTED', 'UPLOADED')
        AND requested_at < now() - make_interval(secs => $1)
      """;

  /** A few at a time: each may have many errors. */
  private static final String FORGET =
      """
      DELETE FROM product_imports WHERE id IN (
        SELECT id FROM product_imports
        WHERE ended_at < now() - make_interval(secs => $1)
          AND NOT EXISTS (SELECT FROM import_pieces WHERE import_id = id)
        LIMIT 5)
      """;

  private final DatabaseClient db;
  private final TransactionalOperator transaction;

  ImportTable(DatabaseClient db, TransactionalOperator transaction) {
    this.db = db;
    this.transaction = transaction;
  }

  @Override
  public Mono<UUID> begin(
      UUID seller, Currency currency, ImportFormat format, OffsetDateTime until, int maxOpen) {
    return db.sql(LOCK_SELLER)
        .bind(0, seller.toString())
        .then()
        .then(
            db.sql(BEGIN)
                .bind(0, seller)
                .bind(1, currency.getCurrencyCode())
                .bind(2, format.name())
                .bind(3, until)
                .bind(4, maxOpen)
                .mapValue(UUID.class)
                .one())
        .as(transaction::transactional);
  }

  @Override
  public Mono<ProductImport> find(UUID id, UUID seller) {
    return one(SELECT + "WHERE id = $1 AND seller_id = $2", id, seller);
  }

  @Override
  public Mono<ProductImport> start(UUID id, UUID seller) {
    return one(START, id, seller);
  }

  @Override
  public Mono<ProductImport> cancel(UUID id, UUID seller) {
    return one(CANCEL, id, seller);
  }

  private Mono<ProductImport> one(String sql, UUID id, UUID seller) {
    return db.sql(sql).bind(0, id).bind(1, seller).map(ImportRow::of).one();
  }

  @Override
  public Mono<Connection<ProductImport>> page(UUID seller, int first, @Nullable String after) {
    String list = "imports";
    PageRequest page = PageRequest.of(first, after, list);
    return db.sql(SELECT + "WHERE seller_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
        .bind(0, seller)
        .bind(1, page.after() == null ? LAST : page.after().id(0))
        .bind(2, page.limit())
        .map(ImportRow::of)
        .all()
        .collectList()
        .map(
            rows ->
                Connection.of(rows, page, one -> Cursor.of(list, one.id()), Mono.<Integer>empty()));
  }

  @Override
  public Mono<Void> tidy(Duration keepWaiting, Duration keepEnded) {
    return db.sql(END_WAITING)
        .bind(0, (double) keepWaiting.toSeconds())
        .then()
        .then(db.sql(FORGET).bind(0, (double) keepEnded.toSeconds()).then());
  }
}
