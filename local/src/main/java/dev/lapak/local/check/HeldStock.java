package dev.lapak.local.check;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders' stock, across two databases, whose snapshots are of different moments. So an order is
 * judged only where inventory must have caught up: a live one before its deadline, another when
 * settlement has been at it. And where something seems to be wrong the order is read again: only
 * one that has not changed meanwhile is judged.
 */
final class HeldStock {

  private static final int PAGE = 5_000;

  /** Whether inventory must have heard of all that has become of an order. */
  private static final String SETTLED =
      """
      (NOT EXISTS (SELECT FROM unsettled u WHERE u.order_id = o.id) AND coalesce((
        SELECT bool_and(e.position IS NOT NULL)
          AND max(e.position) FILTER (WHERE e.type IN ('PAYMENT_APPROVED', 'PAID', 'CANCELLED', 'EXPIRED'))
            <= (SELECT position FROM outbox_consumer WHERE name = 'settlement')
        FROM outbox e WHERE e.stream = o.id), false))
      """;

  private static final String ORDERS =
      """
      SELECT o.id, o.number, o.status, o.version, o.reservation_id, o.held_until,
        CASE WHEN o.status IN ('PENDING_PAYMENT', 'PAYMENT_REVIEW') THEN 'HELD'
          WHEN o.status IN ('CANCELLED', 'EXPIRED') THEN 'FREE' ELSE 'SOLD' END AS stock,
        CASE o.status WHEN 'PENDING_PAYMENT' THEN o.expires_at > now()
          WHEN 'PAYMENT_REVIEW' THEN o.held_until > now()
          ELSE %s END AS judged,
        (SELECT string_agg(product_id || ' ' || quantity, ', ' ORDER BY product_id) FROM (
          SELECT product_id, sum(quantity) AS quantity FROM order_line WHERE order_id = o.id
          GROUP BY product_id) l) AS lines
      FROM orders o
      """
          .formatted(SETTLED);

  private static final String NEXT = ORDERS + "WHERE o.id > ? ORDER BY o.id LIMIT " + PAGE;
  private static final String AGAIN = ORDERS + "WHERE o.id = ANY (?)";

  private static final String RESERVATIONS =
      """
      SELECT r.id, r.status, r.expires_at, (
        SELECT string_agg(product_id || ' ' || quantity, ', ' ORDER BY product_id) FROM (
          SELECT product_id, sum(quantity) AS quantity FROM reservation_line WHERE reservation_id = r.id
          GROUP BY product_id) l) AS lines
      FROM reservation r WHERE r.id = ANY (?)
      """;

  private static final String COMMITTED =
      "SELECT id FROM reservation WHERE status = 'COMMITTED' AND id > ? ORDER BY id LIMIT " + PAGE;

  private static final String STILL =
      "SELECT id FROM reservation WHERE status = 'COMMITTED' AND id = ANY (?)";

  /** Paid, or so until a moment ago. */
  private static final String PAID =
      """
      SELECT o.reservation_id FROM orders o WHERE o.reservation_id = ANY (?)
        AND (o.status NOT IN ('PENDING_PAYMENT', 'PAYMENT_REVIEW', 'CANCELLED', 'EXPIRED')
          OR o.status = 'CANCELLED' AND o.paid_at IS NOT NULL AND NOT %s)
      """
          .formatted(SETTLED);

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Databases databases;

  HeldStock(Databases databases) {
    this.databases = databases;
  }

  /** Each order's reservation is what the order needs, line by line. */
  Finding ofOrders() throws SQLException {
    long checked = 0;
    List<Map<String, @Nullable Object>> broken = new ArrayList<>();
    UUID last = BEFORE_ALL;
    while (true) {
      List<Map<String, @Nullable Object>> page = orders(NEXT, last);
      List<Map<String, @Nullable Object>> judged =
          page.stream().filter(HeldStock::isJudged).toList();
      checked += judged.size();
      broken.addAll(again(broken(judged)));
      if (page.size() < PAGE) {
        return new Finding(
            "orders, inventory",
            "orders",
            "a live order's lines are reserved, a paid one's sold, another's free",
            checked,
            broken.size(),
            broken);
      }
      last = id(page.getLast(), "id");
    }
  }

  private List<Map<String, @Nullable Object>> orders(String sql, Object argument)
      throws SQLException {
    try (Snapshot orders = databases.now("orders")) {
      return orders.rows(sql, argument);
    }
  }

  private List<Map<String, @Nullable Object>> broken(List<Map<String, @Nullable Object>> orders)
      throws SQLException {
    Map<UUID, Map<String, @Nullable Object>> reservations = new HashMap<>();
    try (Snapshot inventory = databases.now("inventory")) {
      inventory
          .rows(RESERVATIONS, (Object) ids(orders, "reservation_id"))
          .forEach(reservation -> reservations.put(id(reservation, "id"), reservation));
    }
    List<Map<String, @Nullable Object>> broken = new ArrayList<>();
    for (Map<String, @Nullable Object> order : orders) {
      Map<String, @Nullable Object> reservation = reservations.get(id(order, "reservation_id"));
      if (!fits(order, reservation)) {
        order.put("reservation", reservation);
        broken.add(order);
      }
    }
    return broken;
  }

  private static boolean fits(
      Map<String, @Nullable Object> order, @Nullable Map<String, @Nullable Object> reservation) {
    String stock = String.valueOf(order.get("stock"));
    if (reservation == null) {
      return stock.equals("FREE");
    }
    String status = String.valueOf(reservation.get("status"));
    return Objects.equals(order.get("lines"), reservation.get("lines"))
        && switch (stock) {
          case "HELD" ->
              status.equals("ACTIVE")
                  && !isBefore(reservation.get("expires_at"), order.get("held_until"));
          case "SOLD" -> status.equals("COMMITTED");
          default ->
              status.equals("RELEASED") || status.equals("EXPIRED") || status.equals("RETURNED");
        };
  }

  private static boolean isBefore(@Nullable Object one, @Nullable Object other) {
    return one instanceof Timestamp time && other instanceof Timestamp limit && time.before(limit);
  }

  /** Those that are still what they were. */
  private List<Map<String, @Nullable Object>> again(List<Map<String, @Nullable Object>> suspects)
      throws SQLException {
    if (suspects.isEmpty()) {
      return List.of();
    }
    Map<UUID, Map<String, @Nullable Object>> now = new HashMap<>();
    orders(AGAIN, ids(suspects, "id")).forEach(order -> now.put(id(order, "id"), order));
    return suspects.stream()
        .filter(
            order -> {
              Map<String, @Nullable Object> same = now.get(id(order, "id"));
              return same != null
                  && isJudged(same)
                  && Objects.equals(same.get("version"), order.get("version"));
            })
        .toList();
  }

  /**
   * Nothing was sold that nobody has paid: what is committed is read first, and again, for it may
   * have come back meanwhile.
   */
  Finding ofSales() throws SQLException {
    long checked = 0;
    List<Map<String, @Nullable Object>> broken = new ArrayList<>();
    UUID last = BEFORE_ALL;
    while (true) {
      List<Map<String, @Nullable Object>> page;
      try (Snapshot inventory = databases.now("inventory")) {
        page = inventory.rows(COMMITTED, last);
      }
      List<UUID> paid =
          orders(PAID, ids(page, "id")).stream().map(order -> id(order, "reservation_id")).toList();
      Set<UUID> known = new HashSet<>(paid);
      broken.addAll(still(page.stream().filter(sold -> !known.contains(id(sold, "id"))).toList()));
      checked += page.size();
      if (page.size() < PAGE) {
        return new Finding(
            "inventory, orders",
            "reservation",
            "what was sold was paid",
            checked,
            broken.size(),
            broken);
      }
      last = id(page.getLast(), "id");
    }
  }

  private List<Map<String, @Nullable Object>> still(List<Map<String, @Nullable Object>> sold)
      throws SQLException {
    if (sold.isEmpty()) {
      return sold;
    }
    try (Snapshot inventory = databases.now("inventory")) {
      return inventory.rows(STILL, (Object) ids(sold, "id"));
    }
  }

  private static boolean isJudged(Map<String, @Nullable Object> order) {
    return Boolean.TRUE.equals(order.get("judged"));
  }

  private static UUID[] ids(List<Map<String, @Nullable Object>> rows, String column) {
    return rows.stream().map(row -> id(row, column)).toArray(UUID[]::new);
  }

  private static UUID id(Map<String, @Nullable Object> row, String column) {
    return (UUID) Objects.requireNonNull(row.get(column));
  }
}
