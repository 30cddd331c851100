package dev.lapak.products.product.r2dbc;

import dev.lapak.products.category.Category;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductBatch;
import dev.lapak.products.product.ProductDetails;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** One statement for all of them, whose rows come as JSON. */
@Component
final class ProductBatchTable implements ProductBatch {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String ROWS =
      """
      FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (
        id uuid, sku text, title text, description text, price numeric, currency text,
        category uuid, tags text[])) WITH ORDINALITY AS r
      """;

  private static final String ADD =
      """
      INSERT INTO products (seller_id, sku, title, description, price, currency, category_id, tags)
      SELECT $2, sku, title, description, price, currency, category, tags
      """
          + ROWS
          + """
          ORDER BY ordinality
          ON CONFLICT (seller_id, sku) DO NOTHING
          """;

  private static final String CHANGE =
      """
      UPDATE products
      SET title = r.title, description = r.description, price = r.price, currency = r.currency,
        category_id = r.category, tags = r.tags, version = version + 1, updated_at = now()
      """
          + ROWS
          + "WHERE products.id = r.id";

  private final DatabaseClient db;

  ProductBatchTable(DatabaseClient db) {
    this.db = db;
  }

  private record Row(
      @Nullable UUID id,
      String sku,
      String title,
      String description,
      BigDecimal price,
      String currency,
      @Nullable UUID category,
      List<String> tags) {

    static Row of(@Nullable UUID id, ProductDetails details) {
      Category category = details.category();
      return new Row(
          id,
          details.sku(),
          details.title(),
          details.description(),
          details.price().amount(),
          details.price().currency().getCurrencyCode(),
          category == null ? null : category.id(),
          details.tags());
    }
  }

  @Override
  public Flux<Product> lock(UUID seller, Collection<String> skus) {
    return db.sql(
            ProductRow.SELECT
                + "WHERE products.seller_id = $1 AND products.sku = ANY ($2)"
                + " ORDER BY products.id FOR UPDATE OF products")
        .bind(0, seller)
        .bind(1, skus.toArray(String[]::new))
        .map(ProductRow::product)
        .all();
  }

  @Override
  public Mono<Long> add(UUID seller, Collection<ProductDetails> details) {
    List<Row> rows = details.stream().map(one -> Row.of(null, one)).toList();
    return rows.isEmpty()
        ? Mono.just(0L)
        : db.sql(ADD).bind(0, JSON.writeValueAsString(rows)).bind(1, seller).fetch().rowsUpdated();
  }

  @Override
  public Mono<Long> change(Map<UUID, ProductDetails> changes) {
    List<Row> rows =
        changes.entrySet().stream()
            .map(change -> Row.of(change.getKey(), change.getValue()))
            .toList();
    return rows.isEmpty()
        ? Mono.just(0L)
        : db.sql(CHANGE).bind(0, JSON.writeValueAsString(rows)).fetch().rowsUpdated();
  }
}
