package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.Confirmations;
import dev.lapak.orders.order.Order;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Each part has its own partial index; when an order got into it never changes. */
@Repository
class SqlConfirmations implements Confirmations {

  private final DatabaseClient database;

  SqlConfirmations(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Connection<Order>> page(Part part, @Nullable UUID sellerId, PageRequest page) {
    Form form = Form.of(part);
    OrderQuery query =
        new OrderQuery().add("SELECT " + OrderRows.COLUMNS + " FROM orders WHERE " + form.members);
    addSeller(query, sellerId);
    if (page.after() != null) {
      query.add(" AND " + form.after, values(page.after()));
    }
    return query
        .add("\nORDER BY " + form.order + " LIMIT %s", page.limit())
        .statement(database)
        .map(OrderRows::order)
        .all()
        .collectList()
        .map(
            rows ->
                Connection.of(
                    rows,
                    page,
                    order ->
                        Cursor.of(
                            Confirmations.name(part, sellerId),
                            Objects.requireNonNull(form.since.apply(order)),
                            order.id()),
                    count(form, sellerId)));
  }

  private Mono<Integer> count(Form form, @Nullable UUID sellerId) {
    OrderQuery query =
        new OrderQuery().add("SELECT count(*)::int AS total FROM orders WHERE " + form.members);
    addSeller(query, sellerId);
    return query.statement(database).map(row -> OrderRows.get(row, "total", Integer.class)).one();
  }

  private static void addSeller(OrderQuery query, @Nullable UUID sellerId) {
    if (sellerId != null) {
      query.add(" AND seller_id = %s", sellerId);
    }
  }

  private static Object[] values(Cursor after) {
    return new Object[] {after.time(0), after.id(1)};
  }

  private enum Form {
    QUEUE("status = 'PAID'", "paid_at, id", "(paid_at, id) > (%s, %s)", Order::paidAt),
    HISTORY(
        "confirmed_at IS NOT NULL",
        "confirmed_at DESC, id DESC",
        "(confirmed_at, id) < (%s, %s)",
        Order::confirmedAt);

    final String members;
    final String order;
    final String after;
    final Function<Order, @Nullable OffsetDateTime> since;

    Form(
        String members,
        String order,
        String after,
        Function<Order, @Nullable OffsetDateTime> since) {
      this.members = members;
      this.order = order;
      this.after = after;
      this.since = since;
    }

    static Form of(Part part) {
      return switch (part) {
        case QUEUE -> QUEUE;
        case HISTORY -> HISTORY;
      };
    }
  }
}
