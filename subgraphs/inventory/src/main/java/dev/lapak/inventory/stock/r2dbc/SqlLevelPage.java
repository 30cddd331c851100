package dev.lapak.inventory.stock.r2dbc;

import dev.lapak.inventory.stock.LevelPage;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

@Repository
class SqlLevelPage implements LevelPage {

  /** What is over is free, swept or not. */
  private static final String LEVELS =
      """
      SELECT w.id, w.name, w.active, l.product_id, l.on_hand, l.reserved - coalesce((
          SELECT sum(d.quantity) FROM reservation_line d
          WHERE d.product_id = l.product_id AND d.warehouse_id = l.warehouse_id
            AND d.held_until <= now()), 0)::int AS reserved
      FROM warehouse w CROSS JOIN LATERAL (
        SELECT * FROM stock_level WHERE warehouse_id = w.id %s ORDER BY product_id LIMIT :limit) l
      WHERE w.id = ANY (:warehouses) ORDER BY w.id, l.product_id
      """;

  private static final String FIRST = LEVELS.formatted("");
  private static final String NEXT = LEVELS.formatted("AND product_id > :after");

  private final DatabaseClient database;

  SqlLevelPage(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<StockLevel> of(Collection<UUID> warehouses, PageRequest page) {
    Cursor after = page.after();
    GenericExecuteSpec spec =
        database
            .sql(after == null ? FIRST : NEXT)
            .bind("warehouses", warehouses.toArray(UUID[]::new))
            .bind("limit", page.limit());
    return (after == null ? spec : spec.bind("after", after.id(0))).map(StockRows::level).all();
  }
}
