package dev.lapak.orders.cart.r2dbc;

import static dev.lapak.orders.order.r2dbc.RowArrays.column;

import dev.lapak.orders.cart.Cart;
import dev.lapak.orders.cart.CartLine;
import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.platform.money.Money;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The lines of carts, as rows. */
@Component
class CartLines {

  private static final String READ =
      """
      SELECT owner_id, product_id, quantity, added_at, title, unit_price, currency FROM cart_line
      WHERE owner_id = ANY (:owners) ORDER BY added_at, product_id
      """;

  private static final String PUT =
      """
      INSERT INTO cart_line (owner_id, product_id, quantity, added_at, title, unit_price, currency)
      SELECT :owner, line.* FROM unnest(
        :products::uuid[], :quantities::int[], :addedAt::timestamptz[], :titles::text[],
        :prices::numeric[], :currencies::text[]) AS line
      ON CONFLICT (owner_id, product_id) DO UPDATE SET quantity = excluded.quantity,
        title = excluded.title, unit_price = excluded.unit_price, currency = excluded.currency
      """;

  private static final String REMOVE =
      "DELETE FROM cart_line WHERE owner_id = :owner AND product_id = ANY (:products)";

  private final DatabaseClient database;

  CartLines(DatabaseClient database) {
    this.database = database;
  }

  /** Those of each owner, in the order in which they were put in. */
  Mono<Map<UUID, List<CartLine>>> read(Collection<UUID> owners) {
    return database
        .sql(READ)
        .bind("owners", owners.toArray(UUID[]::new))
        .map(row -> Map.entry(OrderRows.get(row, "owner_id", UUID.class), line(row)))
        .all()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** What is otherwise in the wanted one. */
  Mono<Void> write(UUID owner, Cart there, Cart wanted) {
    Set<CartLine> known = new HashSet<>(there.lines());
    List<CartLine> put = wanted.lines().stream().filter(line -> !known.contains(line)).toList();
    Set<UUID> gone = there.lines().stream().map(CartLine::productId).collect(Collectors.toSet());
    wanted.lines().forEach(line -> gone.remove(line.productId()));
    return (put.isEmpty() ? Mono.<Void>empty() : put(owner, put))
        .then(gone.isEmpty() ? Mono.empty() : remove(owner, gone));
  }

  private Mono<Void> put(UUID owner, List<CartLine> lines) {
    return database
        .sql(PUT)
        .bind("owner", owner)
        .bind("products", column(lines, CartLine::productId, UUID[]::new))
        .bind("quantities", column(lines, CartLine::quantity, Integer[]::new))
        .bind("addedAt", column(lines, CartLine::addedAt, OffsetDateTime[]::new))
        .bind("titles", column(lines, CartLine::title, String[]::new))
        .bind("prices", column(lines, line -> line.unitPrice().amount(), BigDecimal[]::new))
        .bind("currencies", column(lines, CartLines::currency, String[]::new))
        .then();
  }

  private Mono<Void> remove(UUID owner, Collection<UUID> products) {
    return database
        .sql(REMOVE)
        .bind("owner", owner)
        .bind("products", products.toArray(UUID[]::new))
        .then();
  }

  private static CartLine line(Readable row) {
    return new CartLine(
        OrderRows.get(row, "product_id", UUID.class),
        OrderRows.get(row, "quantity", Integer.class),
        OrderRows.utc(OrderRows.get(row, "added_at", OffsetDateTime.class)),
        OrderRows.text(row, "title"),
        new Money(
            OrderRows.get(row, "unit_price", BigDecimal.class),
            Currency.getInstance(OrderRows.text(row, "currency"))));
  }

  private static String currency(CartLine line) {
    return line.unitPrice().currency().getCurrencyCode();
  }
}
