package dev.lapak.orders.payment.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.payment.Payment;
import dev.lapak.orders.payment.PaymentList;
import dev.lapak.orders.payment.PaymentLists;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlPaymentLists implements PaymentLists {

  private final DatabaseClient database;

  SqlPaymentLists(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<List<Payment>> page(PaymentList list, PageRequest page) {
    Map<String, Object> filters = filters(list);
    Cursor after = page.after();
    if (after != null) {
      filters.put("after", after.id(0));
    }
    return listed(
            """
            SELECT %s FROM payment p %%s ORDER BY p.id DESC LIMIT :limit
            """
                .formatted(PaymentRows.COLUMNS),
            filters)
        .bind("limit", page.limit())
        .map(PaymentRows::payment)
        .all()
        .collectList();
  }

  @Override
  public Mono<Integer> count(PaymentList list) {
    return listed("SELECT count(*)::int AS total FROM payment p %s", filters(list))
        .map(row -> OrderRows.get(row, "total", Integer.class))
        .one();
  }

  private static Map<String, Object> filters(PaymentList list) {
    Map<String, Object> filters = new LinkedHashMap<>();
    if (list.sellerId() != null) {
      filters.put("seller_id", list.sellerId());
    }
    if (list.status() != null) {
      filters.put("status", list.status().name());
    }
    if (list.method() != null) {
      filters.put("method", list.method().name());
    }
    if (list.orderId() != null) {
      filters.put("order_id", list.orderId());
    }
    return filters;
  }

  /** Only what is filtered by is in the statement, so that each has the plan that it needs. */
  private GenericExecuteSpec listed(String sql, Map<String, Object> filters) {
    String where =
        filters.keySet().stream()
            .map(name -> name.equals("after") ? "p.id < :after" : "p." + name + " = :" + name)
            .collect(Collectors.joining(" AND "));
    GenericExecuteSpec spec = database.sql(sql.formatted(where.isEmpty() ? "" : "WHERE " + where));
    for (Map.Entry<String, Object> filter : filters.entrySet()) {
      spec = spec.bind(filter.getKey(), filter.getValue());
    }
    return spec;
  }
}
