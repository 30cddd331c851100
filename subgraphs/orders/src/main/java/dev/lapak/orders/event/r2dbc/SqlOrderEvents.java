package dev.lapak.orders.event.r2dbc;

import dev.lapak.orders.event.EventFilter;
import dev.lapak.orders.event.OrderEvent;
import dev.lapak.orders.event.OrderEvents;
import dev.lapak.orders.order.OrderEventType;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.platform.outbox.EventHistory;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlOrderEvents implements OrderEvents {

  private static final String NEXT =
      """
      SELECT position, stream, seq, type, status, occurred_at, buyer_id, seller_id FROM outbox
      WHERE position > :after %s ORDER BY position LIMIT :limit
      """;

  private static final String COUNT =
      """
      SELECT count(*)::int AS total
      FROM (SELECT FROM outbox WHERE position > :after %s LIMIT :limit) missed
      """;

  private final DatabaseClient database;

  SqlOrderEvents(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public EventHistory<OrderEvent> matching(EventFilter filter) {
    return new History(Where.of(filter));
  }

  private static OrderEvent event(Readable row) {
    return new OrderEvent(
        OrderRows.get(row, "position", Long.class),
        OrderRows.get(row, "stream", UUID.class),
        OrderRows.get(row, "seq", Integer.class),
        OrderEventType.valueOf(OrderRows.text(row, "type")),
        OrderStatus.valueOf(OrderRows.text(row, "status")),
        OrderRows.utc(OrderRows.get(row, "occurred_at", OffsetDateTime.class)),
        OrderRows.get(row, "buyer_id", UUID.class),
        OrderRows.get(row, "seller_id", UUID.class));
  }

  private record Where(String sql, @Nullable UUID id) {

    static Where of(EventFilter filter) {
      return switch (filter) {
        case EventFilter.All() -> new Where("", null);
        case EventFilter.OfBuyer(UUID buyer) -> new Where("AND buyer_id = :id", buyer);
        case EventFilter.OfSeller(UUID seller) -> new Where("AND seller_id = :id", seller);
        case EventFilter.OfOrder(UUID order) -> new Where("AND stream = :id", order);
      };
    }
  }

  private final class History implements EventHistory<OrderEvent> {

    private final Where where;
    private final String next;
    private final String count;

    History(Where where) {
      this.where = where;
      this.next = NEXT.formatted(where.sql());
      this.count = COUNT.formatted(where.sql());
    }

    @Override
    public Flux<OrderEvent> after(long position, int limit) {
      return bound(next, position, limit).map(SqlOrderEvents::event).all();
    }

    @Override
    public Mono<Integer> count(long position, int max) {
      return bound(count, position, max)
          .map(row -> OrderRows.get(row, "total", Integer.class))
          .one();
    }

    private GenericExecuteSpec bound(String sql, long after, int limit) {
      GenericExecuteSpec spec = database.sql(sql).bind("after", after).bind("limit", limit);
      return where.id() == null ? spec : spec.bind("id", where.id());
    }
  }
}
