package dev.lapak.products.imports.r2dbc;

import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.Edge;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.products.imports.RowError;
import dev.lapak.products.imports.RowErrorCode;
import dev.lapak.products.imports.RowErrors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class ErrorTable implements RowErrors {

  private static final String ERRORS =
      """
      SELECT e.place, e.line, e.sku, e.field, e.code, e.message
      FROM import_errors e JOIN product_imports i ON i.id = e.import_id
      WHERE i.id = $1 AND i.seller_id = $2 AND e.place > $3
      ORDER BY e.place LIMIT $4
      """;

  private final DatabaseClient db;

  ErrorTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<Connection<RowError>> page(UUID id, UUID seller, int first, @Nullable String after) {
    String list = "import errors " + id;
    PageRequest page = PageRequest.of(first, after, list);
    return db.sql(ERRORS)
        .bind(0, id)
        .bind(1, seller)
        .bind(2, page.after() == null ? 0 : place(page.after()))
        .bind(3, page.limit())
        .map(
            row ->
                new Placed(
                    ImportRow.get(row, "place", Integer.class),
                    new RowError(
                        ImportRow.get(row, "line", Integer.class),
                        row.get("sku", String.class),
                        row.get("field", String.class),
                        RowErrorCode.valueOf(ImportRow.get(row, "code", String.class)),
                        ImportRow.get(row, "message", String.class))))
        .all()
        .collectList()
        .map(rows -> Connection.of(rows, page, one -> Cursor.of(list, one.place()), Mono.empty()))
        .map(placed -> new Connection<>(plain(placed), placed.pageInfo(), Mono.empty()));
  }

  /** An error with its place among the others. */
  private record Placed(int place, RowError error) {}

  private static List<Edge<RowError>> plain(Connection<Placed> placed) {
    return placed.edges().stream()
        .map(edge -> new Edge<>(edge.cursor(), edge.node().error()))
        .toList();
  }

  private static int place(Cursor after) {
    try {
      return Integer.parseInt(after.keys().getFirst());
    } catch (NumberFormatException e) {
      throw Cursor.foreign();
    }
  }
}
