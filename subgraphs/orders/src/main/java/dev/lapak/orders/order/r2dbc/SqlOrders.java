package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderLine;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.order.Purchase;
import dev.lapak.orders.order.Remarks;
import dev.lapak.platform.viewer.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlOrders implements Orders {

  private static final String FIND =
      """
      SELECT %s FROM orders
      WHERE id = ANY (:ids) AND (:admin OR buyer_id = :buyer OR seller_id = :seller)
      """
          .formatted(OrderRows.COLUMNS);

  private static final String GET =
      "SELECT %s FROM orders WHERE id = :id".formatted(OrderRows.COLUMNS);

  private static final String FIND_PURCHASES =
      """
      SELECT %s FROM orders
      WHERE purchase_id = ANY (:ids) AND (:admin OR buyer_id = :buyer)
      ORDER BY id
      """
          .formatted(OrderRows.COLUMNS);

  private static final String FIND_BY_KEY =
      """
      SELECT %s FROM orders
      WHERE purchase_id = (
        SELECT id FROM purchase WHERE buyer_id = :buyer AND idempotency_key = :key)
      ORDER BY id
      """
          .formatted(OrderRows.COLUMNS);

  private static final String FIND_BY_RESERVATION =
      """
      SELECT %s FROM orders
      WHERE purchase_id = (SELECT purchase_id FROM orders WHERE reservation_id = :reservation)
      ORDER BY id
      """
          .formatted(OrderRows.COLUMNS);

  private static final String RESERVED_FOR =
      "SELECT reservation_id FROM orders WHERE reservation_id = ANY (:reservations)";

  private static final String REMARKS =
      """
      SELECT id, contact_name, contact_email, contact_phone, note, metadata::text AS metadata
      FROM purchase WHERE id = ANY (:purchases)
      """;

  private static final String LINES =
      """
      SELECT l.order_id, l.product_id, l.sku, l.title, l.quantity, l.unit_price, l.total, o.currency
      FROM order_line l JOIN orders o ON o.id = l.order_id
      WHERE l.order_id = ANY (:orders)
      ORDER BY l.order_id, l.place
      """;

  private final DatabaseClient database;

  SqlOrders(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Order> find(Collection<UUID> ids, Viewer viewer) {
    return database
        .sql(FIND)
        .bind("ids", ids.toArray(UUID[]::new))
        .bind("admin", viewer.isAdmin())
        .bind("buyer", Parameter.fromOrEmpty(viewer.userId(), UUID.class))
        .bind("seller", Parameter.fromOrEmpty(viewer.sellerId(), UUID.class))
        .map(OrderRows::order)
        .all();
  }

  @Override
  public Mono<Order> get(UUID id) {
    return database.sql(GET).bind("id", id).map(OrderRows::order).one();
  }

  @Override
  public Flux<Purchase> findPurchases(Collection<UUID> ids, Viewer viewer) {
    return database
        .sql(FIND_PURCHASES)
        .bind("ids", ids.toArray(UUID[]::new))
        .bind("admin", viewer.isAdmin())
        .bind("buyer", Parameter.fromOrEmpty(viewer.userId(), UUID.class))
        .map(OrderRows::order)
        .all()
        .collect(Collectors.groupingBy(Order::purchaseId))
        .flatMapIterable(Map::values)
        .map(Purchase::of);
  }

  @Override
  public Mono<Purchase> findPurchase(UUID buyer, String key) {
    return purchase(database.sql(FIND_BY_KEY).bind("buyer", buyer).bind("key", key));
  }

  @Override
  public Mono<Purchase> findPurchase(UUID reservation) {
    return purchase(database.sql(FIND_BY_RESERVATION).bind("reservation", reservation));
  }

  private static Mono<Purchase> purchase(GenericExecuteSpec spec) {
    return spec.map(OrderRows::order)
        .all()
        .collectList()
        .filter(orders -> !orders.isEmpty())
        .map(Purchase::of);
  }

  @Override
  public Flux<UUID> reservedFor(Collection<UUID> reservations) {
    return database
        .sql(RESERVED_FOR)
        .bind("reservations", reservations.toArray(UUID[]::new))
        .map(row -> OrderRows.get(row, "reservation_id", UUID.class))
        .all();
  }

  @Override
  public Mono<Map<UUID, Remarks>> remarks(Collection<UUID> purchases) {
    return database
        .sql(REMARKS)
        .bind("purchases", purchases.toArray(UUID[]::new))
        .map(row -> Map.entry(OrderRows.get(row, "id", UUID.class), OrderRows.remarks(row)))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Mono<Map<UUID, List<OrderLine>>> lines(Collection<UUID> orders) {
    return database
        .sql(LINES)
        .bind("orders", orders.toArray(UUID[]::new))
        .map(row -> Map.entry(OrderRows.get(row, "order_id", UUID.class), OrderRows.line(row)))
        .all()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
