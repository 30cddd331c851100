package dev.lapak.orders.timeline.r2dbc;

import dev.lapak.orders.order.OrderEventType;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Party;
import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.timeline.TimelineEntry;
import dev.lapak.orders.timeline.Timelines;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** From the outbox, whether an event has its position yet or not. */
@Repository
class SqlTimelines implements Timelines {

  private static final String OF =
      """
      SELECT stream, seq, type, status, occurred_at, acted_as, actor_id, reason FROM outbox
      WHERE stream = ANY (:orders) ORDER BY stream, seq
      """;

  private final DatabaseClient database;

  SqlTimelines(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Map<UUID, List<TimelineEntry>>> of(Collection<UUID> orders) {
    return database
        .sql(OF)
        .bind("orders", orders.toArray(UUID[]::new))
        .map(SqlTimelines::entry)
        .all()
        .collect(Collectors.groupingBy(TimelineEntry::orderId));
  }

  private static TimelineEntry entry(Readable row) {
    return new TimelineEntry(
        OrderRows.get(row, "stream", UUID.class),
        OrderRows.get(row, "seq", Integer.class),
        OrderEventType.valueOf(OrderRows.text(row, "type")),
        OrderStatus.valueOf(OrderRows.text(row, "status")),
        OrderRows.utc(OrderRows.get(row, "occurred_at", OffsetDateTime.class)),
        Party.valueOf(OrderRows.text(row, "acted_as")),
        row.get("actor_id", UUID.class),
        row.get("reason", String.class));
  }
}
