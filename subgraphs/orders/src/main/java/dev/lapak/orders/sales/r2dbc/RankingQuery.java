package dev.lapak.orders.sales.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.sales.RankedSales;
import dev.lapak.orders.sales.Ranking;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** A ranking's statement, as it grows. */
final class RankingQuery {

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,19}(\\.\\d{1,4})?");
  private static final int KEYS = 4;

  private final Ranking ranking;
  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> values = new HashMap<>();

  RankingQuery(Ranking ranking) {
    this.ranking = ranking;
  }

  Mono<Connection<RankedSales>> page(DatabaseClient database, PageRequest page) {
    sums();
    sql.append("SELECT * FROM ranked");
    if (page.after() != null) {
      after(page.after().keys());
    }
    sql.append("\nORDER BY currency, net DESC, seller_id, product_id LIMIT :limit");
    values.put("limit", page.limit());
    return statement(database)
        .map(RankingQuery::ranked)
        .all()
        .collectList()
        .map(rows -> Connection.of(rows, page, this::cursor, count(database)));
  }

  private Mono<Integer> count(DatabaseClient database) {
    RankingQuery all = new RankingQuery(ranking);
    all.sums();
    all.sql.append("SELECT count(*)::int AS total FROM ranked");
    return all.statement(database).map(row -> OrderRows.get(row, "total", Integer.class)).one();
  }

  /** A table for each grain, so these are written out; each is read by its own range. */
  private void sums() {
    List<RangePart> parts = RangePart.of(ranking.range());
    sql.append("WITH ranked AS (\n  SELECT seller_id, product_id, ")
        .append(SalesRows.SUMS)
        .append(", sum(paid - cancelled) AS net\n  FROM (");
    for (int i = 0; i < parts.size(); i++) {
      sql.append(i == 0 ? "\n    " : "\n    UNION ALL ");
      add(parts.get(i), i);
    }
    sql.append("\n  ) parts\n  GROUP BY seller_id, product_id, currency\n)\n");
  }

  private void add(RangePart part, int i) {
    sql.append("SELECT * FROM sales WHERE dimension = '")
        .append(ranking.of() == Ranking.Of.PRODUCTS ? "PRODUCT" : "SELLER")
        .append("' AND grain = '")
        .append(part.grain())
        .append("' AND at >= :from%1$d::timestamptz AND at < :to%1$d::timestamptz".formatted(i));
    values.put("from" + i, part.from().toString());
    values.put("to" + i, part.to().toString());
    if (ranking.sellerId() != null) {
      sql.append(" AND seller_id = :seller");
      values.put("seller", ranking.sellerId());
    }
    if (ranking.currency() != null) {
      sql.append(" AND currency = :currency");
      values.put("currency", ranking.currency().getCurrencyCode());
    }
  }

  /** What a cursor's keys are to the database; clients may have made them up. */
  private void after(List<String> keys) {
    if (keys.size() != KEYS || !AMOUNT.matcher(keys.get(1)).matches()) {
      throw Cursor.foreign();
    }
    sql.append(" WHERE (currency, -net, seller_id, product_id)")
        .append(" > (:lastCurrency, -:lastNet, :lastSeller, :lastProduct)");
    values.put("lastCurrency", keys.get(0));
    values.put("lastNet", new BigDecimal(keys.get(1)));
    values.put("lastSeller", id(keys.get(2)));
    values.put("lastProduct", id(keys.get(3)));
  }

  private static UUID id(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      throw Cursor.foreign();
    }
  }

  private Cursor cursor(RankedSales row) {
    return Cursor.of(
        ranking.name(),
        row.sales().net().currency(),
        row.sales().net().amount(),
        row.sellerId(),
        row.productId());
  }

  private GenericExecuteSpec statement(DatabaseClient database) {
    GenericExecuteSpec statement = database.sql(sql.toString());
    for (Map.Entry<String, Object> value : values.entrySet()) {
      statement = statement.bind(value.getKey(), value.getValue());
    }
    return statement;
  }

  private static RankedSales ranked(Readable row) {
    return new RankedSales(
        OrderRows.get(row, "seller_id", UUID.class),
        OrderRows.get(row, "product_id", UUID.class),
        SalesRows.sales(row));
  }
}
