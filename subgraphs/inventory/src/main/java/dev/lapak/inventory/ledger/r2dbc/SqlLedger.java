package dev.lapak.inventory.ledger.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.ledger.Ledger;
import dev.lapak.inventory.ledger.StockAt;
import dev.lapak.inventory.ledger.StockMovement;
import dev.lapak.inventory.stock.StockMovementKind;
import dev.lapak.inventory.warehouse.r2dbc.WarehouseRows;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

@Repository
class SqlLedger implements Ledger {

  /** A page of each level, of which the latest make the page: no index of all of a product's. */
  private static final String MOVEMENTS =
      """
      SELECT w.id, w.name, w.active, m.id AS movement_id, m.product_id, m.kind, m.delta, m.on_hand_after,
        m.reason, m.transfer_id, m.made_by, m.made_at
      FROM stock_level l
      JOIN product_owner o ON o.product_id = l.product_id
      JOIN warehouse w ON w.id = l.warehouse_id
      CROSS JOIN LATERAL (
        SELECT * FROM stock_movement
        WHERE product_id = l.product_id AND warehouse_id = l.warehouse_id %s
        ORDER BY made_at DESC, id DESC LIMIT :limit) m
      WHERE l.product_id = :product AND (:seller::uuid IS NULL OR o.seller_id = :seller)
        AND (:warehouse::uuid IS NULL OR l.warehouse_id = :warehouse)
      ORDER BY m.made_at DESC, m.id DESC LIMIT :limit
      """;

  private static final String FIRST = MOVEMENTS.formatted("");
  private static final String NEXT = MOVEMENTS.formatted("AND (made_at, id) < (:made_at, :id)");

  private static final String AT =
      """
      SELECT w.id, w.name, w.active, m.on_hand_after AS on_hand
      FROM stock_level l
      JOIN product_owner o ON o.product_id = l.product_id
      JOIN warehouse w ON w.id = l.warehouse_id
      CROSS JOIN LATERAL (
        SELECT on_hand_after FROM stock_movement
        WHERE product_id = l.product_id AND warehouse_id = l.warehouse_id AND made_at <= :time
        ORDER BY made_at DESC, id DESC LIMIT 1) m
      WHERE l.product_id = :product AND (:seller::uuid IS NULL OR o.seller_id = :seller)
      ORDER BY casefold(w.name COLLATE pg_unicode_fast), w.id
      """;

  private final DatabaseClient database;

  SqlLedger(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<StockMovement> movements(
      UUID product, @Nullable UUID warehouse, @Nullable UUID seller, PageRequest page) {
    Cursor after = page.after();
    GenericExecuteSpec spec =
        database
            .sql(after == null ? FIRST : NEXT)
            .bind("product", product)
            .bind("warehouse", Columns.nullable(warehouse, UUID.class))
            .bind("seller", Columns.nullable(seller, UUID.class))
            .bind("limit", page.limit());
    return (after == null ? spec : spec.bind("made_at", after.time(0)).bind("id", after.id(1)))
        .map(SqlLedger::movement)
        .all();
  }

  @Override
  public Flux<StockAt> at(UUID product, OffsetDateTime time, @Nullable UUID seller) {
    return database
        .sql(AT)
        .bind("product", product)
        .bind("time", time)
        .bind("seller", Columns.nullable(seller, UUID.class))
        .map(row -> new StockAt(WarehouseRows.warehouse(row), Columns.number(row, "on_hand")))
        .all();
  }

  private static StockMovement movement(Readable row) {
    return new StockMovement(
        Columns.uuid(row, "movement_id"),
        Columns.uuid(row, "product_id"),
        WarehouseRows.warehouse(row),
        StockMovementKind.valueOf(Columns.text(row, "kind")),
        Columns.number(row, "delta"),
        Columns.number(row, "on_hand_after"),
        row.get("reason", String.class),
        row.get("transfer_id", UUID.class),
        row.get("made_by", UUID.class),
        Columns.time(row, "made_at"));
  }
}
