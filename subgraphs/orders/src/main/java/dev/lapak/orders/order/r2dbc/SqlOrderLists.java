package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderFilter;
import dev.lapak.orders.order.OrderList;
import dev.lapak.orders.order.OrderLists;
import dev.lapak.orders.order.Whose;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Lists in one of two forms. What an index has in the order of the list is walked from there,
 * status by status: what a page costs depends on its size alone, however few orders have that
 * status. What is narrowed by one thing and sorted by another is gathered by an index of the first,
 * then sorted: it costs what it finds. Left to itself, PostgreSQL would guess how much that is, and
 * read whole indexes where it guesses wrongly.
 */
@Repository
class SqlOrderLists implements OrderLists {

  private final DatabaseClient database;

  SqlOrderLists(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Connection<Order>> page(OrderList list, PageRequest page) {
    OrderKeyset keyset = OrderKeyset.of(list.sort());
    return (isWalked(list) ? walk(list, page, keyset) : gather(list, page, keyset))
        .statement(database)
        .map(OrderRows::order)
        .all()
        .collectList()
        .map(
            rows ->
                Connection.of(
                    rows, page, order -> Cursor.of(list.name(), keyset.keys(order)), count(list)));
  }

  /** Whether an index goes by all that the list is narrowed to, and then by its order. */
  private static boolean isWalked(OrderList list) {
    OrderFilter filter = list.filter();
    if (filter.number() != null) {
      return false;
    }
    return list.sort().isByTotal()
        ? !filter.isByTime() && !isOfBuyer(list)
        : filter.total() == null;
  }

  private static boolean isOfBuyer(OrderList list) {
    return list.whose() instanceof Whose.Buyer || list.filter().buyerId() != null;
  }

  private static OrderQuery walk(OrderList list, PageRequest page, OrderKeyset keyset) {
    OrderQuery query =
        new OrderQuery()
            .add("SELECT " + OrderRows.COLUMNS + " FROM unnest(")
            .add("%s::text[]) AS wanted (one)", (Object) OrderQuery.names(list))
            .add("\nCROSS JOIN LATERAL (\n  SELECT " + OrderRows.COLUMNS)
            .add(" FROM orders WHERE status = wanted.one")
            .addFilter(list);
    addAfter(query, " AND ", page, keyset);
    return query
        .add("\n  ORDER BY " + keyset.order + " LIMIT %s\n) AS orders", page.limit())
        .add("\nORDER BY " + keyset.order + " LIMIT %s", page.limit());
  }

  private static OrderQuery gather(OrderList list, PageRequest page, OrderKeyset keyset) {
    OrderQuery query =
        new OrderQuery()
            .add(
                "WITH matches AS MATERIALIZED (\n  SELECT id, created_at, currency, total FROM orders")
            .add(" WHERE status = ANY (%s::text[])", (Object) OrderQuery.names(list))
            .addFilter(list)
            .add("\n)\nSELECT " + OrderRows.COLUMNS + " FROM orders JOIN (")
            .add("\n  SELECT id AS match FROM matches");
    addAfter(query, " WHERE ", page, keyset);
    return query
        .add("\n  ORDER BY " + keyset.order + " LIMIT %s\n) AS page", page.limit())
        .add(" ON orders.id = page.match\nORDER BY " + keyset.order);
  }

  private static void addAfter(OrderQuery query, String and, PageRequest page, OrderKeyset keyset) {
    if (page.after() != null) {
      query.add(and + keyset.after, keyset.values(page.after()));
    }
  }

  private Mono<Integer> count(OrderList list) {
    return new OrderQuery()
        .add("SELECT count(*)::int AS total FROM orders")
        .add(" WHERE status = ANY (%s::text[])", (Object) OrderQuery.names(list))
        .addFilter(list)
        .statement(database)
        .map(row -> OrderRows.get(row, "total", Integer.class))
        .one();
  }
}
