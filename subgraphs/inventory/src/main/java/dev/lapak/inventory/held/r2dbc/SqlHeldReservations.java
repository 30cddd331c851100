package dev.lapak.inventory.held.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.held.HeldReservation;
import dev.lapak.inventory.held.HeldReservations;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

@Repository
class SqlHeldReservations implements HeldReservations {

  private static final String HELD =
      """
      SELECT r.id, r.created_at, r.expires_at, l.products, l.quantities
      FROM reservation r CROSS JOIN LATERAL (
        SELECT array_agg(product_id) AS products, array_agg(quantity) AS quantities
        FROM (
          SELECT product_id, sum(quantity)::int AS quantity FROM reservation_line
          WHERE reservation_id = r.id GROUP BY product_id) each) l
      WHERE r.status = 'ACTIVE' AND r.expires_at > now() %s
      ORDER BY r.expires_at, r.id LIMIT :limit
      """;

  private static final String FIRST = HELD.formatted("");
  private static final String NEXT = HELD.formatted("AND (r.expires_at, r.id) > (:expiresAt, :id)");

  private final DatabaseClient database;

  SqlHeldReservations(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<HeldReservation> next(int limit, HeldReservation.@Nullable Place after) {
    GenericExecuteSpec spec = database.sql(after == null ? FIRST : NEXT).bind("limit", limit);
    return (after == null ? spec : spec.bind("expiresAt", after.expiresAt()).bind("id", after.id()))
        .map(SqlHeldReservations::reservation)
        .all();
  }

  private static HeldReservation reservation(Readable row) {
    UUID[] products = Objects.requireNonNull(row.get("products", UUID[].class));
    Integer[] quantities = Objects.requireNonNull(row.get("quantities", Integer[].class));
    List<HeldReservation.Line> lines =
        IntStream.range(0, products.length)
            .mapToObj(i -> new HeldReservation.Line(products[i], quantities[i]))
            .toList();
    return new HeldReservation(
        Columns.uuid(row, "id"),
        Columns.time(row, "created_at"),
        Columns.time(row, "expires_at"),
        lines);
  }
}
