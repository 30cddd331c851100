package dev.lapak.inventory.transfer.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferLine;
import dev.lapak.inventory.transfer.TransferReader;
import dev.lapak.inventory.transfer.TransferStatus;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlTransferReader implements TransferReader {

  private static final String ONE =
      TransferRows.SELECT + "WHERE t.id = :id AND (:seller::uuid IS NULL OR t.seller_id = :seller)";

  /** One statement with and one without a status, so that each has its index. */
  private static final String PAGE =
      TransferRows.SELECT
          + """
          WHERE t.seller_id = :seller %s AND (:after::uuid IS NULL OR t.id < :after)
          ORDER BY t.id DESC LIMIT :limit
          """;

  private static final String ALL = PAGE.formatted("");
  private static final String OF_STATUS = PAGE.formatted("AND t.status = :status");

  private static final String LINES =
      """
      SELECT transfer_id, product_id, quantity, received FROM transfer_line
      WHERE transfer_id = ANY (:transfers) ORDER BY transfer_id, product_id
      """;

  private final DatabaseClient database;

  SqlTransferReader(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Transfer> find(UUID id, @Nullable UUID seller) {
    return database
        .sql(ONE)
        .bind("id", id)
        .bind("seller", Columns.nullable(seller, UUID.class))
        .map(TransferRows::transfer)
        .one();
  }

  @Override
  public Flux<Transfer> page(UUID seller, @Nullable TransferStatus status, PageRequest page) {
    GenericExecuteSpec spec =
        database
            .sql(status == null ? ALL : OF_STATUS)
            .bind("seller", seller)
            .bind("after", Columns.nullable(after(page.after()), UUID.class))
            .bind("limit", page.limit());
    return (status == null ? spec : spec.bind("status", status.name()))
        .map(TransferRows::transfer)
        .all();
  }

  private static @Nullable UUID after(@Nullable Cursor cursor) {
    return cursor == null ? null : cursor.id(0);
  }

  @Override
  public Mono<Map<UUID, List<TransferLine>>> lines(Collection<UUID> transfers) {
    return database
        .sql(LINES)
        .bind("transfers", transfers.toArray(UUID[]::new))
        .map(row -> Map.entry(Columns.uuid(row, "transfer_id"), TransferRows.line(row)))
        .all()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }
}
