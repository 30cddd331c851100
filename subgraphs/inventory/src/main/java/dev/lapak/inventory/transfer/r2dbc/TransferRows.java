package dev.lapak.inventory.transfer.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferLine;
import dev.lapak.inventory.transfer.TransferStatus;
import dev.lapak.inventory.warehouse.Warehouse;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads transfers. */
final class TransferRows {

  /** Transfers {@code t} with their warehouses; to go on with what else is wanted of them. */
  static final String SELECT =
      """
      SELECT t.id, t.status, t.started_at, t.ended_at, t.missing_reason,
        s.id AS source_id, s.name AS source_name, s.active AS source_active,
        d.id AS destination_id, d.name AS destination_name, d.active AS destination_active
      FROM transfer t JOIN warehouse s ON s.id = t.source_id JOIN warehouse d ON d.id = t.destination_id
      """;

  private TransferRows() {}

  static Transfer transfer(Readable row) {
    OffsetDateTime endedAt = row.get("ended_at", OffsetDateTime.class);
    return new Transfer(
        Columns.uuid(row, "id"),
        TransferStatus.valueOf(Columns.text(row, "status")),
        warehouse(row, "source"),
        warehouse(row, "destination"),
        Columns.time(row, "started_at"),
        endedAt == null ? null : endedAt.withOffsetSameInstant(ZoneOffset.UTC),
        row.get("missing_reason", String.class));
  }

  private static Warehouse warehouse(Readable row, String prefix) {
    return new Warehouse(
        Columns.uuid(row, prefix + "_id"),
        Columns.text(row, prefix + "_name"),
        Columns.flag(row, prefix + "_active"));
  }

  /** Of the columns {@code product_id}, {@code quantity} and {@code received}. */
  static TransferLine line(Readable row) {
    return new TransferLine(
        Columns.uuid(row, "product_id"),
        Columns.number(row, "quantity"),
        row.get("received", Integer.class));
  }
}
