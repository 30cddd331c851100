package dev.lapak.products.product.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.products.category.Category;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductDetails;
import dev.lapak.products.product.ProductImage;
import dev.lapak.products.product.ProductOwner;
import dev.lapak.products.product.Products;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class ProductTable implements Products {

  private static final String ADD =
      """
      WITH products AS (
        INSERT INTO products (seller_id, sku, title, description, price, currency, category_id, tags)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (seller_id, sku) DO NOTHING
        RETURNING *
      )
      """
          + ProductRow.SELECT;

  private static final String CHANGE =
      """
      WITH products AS (
        UPDATE products
        SET sku = $4, title = $5, description = $6, price = $7, currency = $8, category_id = $9,
          tags = $10, version = version + 1, updated_at = now()
        WHERE id = $1 AND seller_id = $2 AND version = $3 AND NOT archived
        RETURNING *
      )
      """
          + ProductRow.SELECT;

  private static final String CHANGE_IMAGES =
      """
      WITH products AS (
        UPDATE products SET images = $4::jsonb, version = version + 1, updated_at = now()
        WHERE id = $1 AND seller_id = $2 AND version = $3 AND NOT archived
        RETURNING *
      )
      """
          + ProductRow.SELECT;

  private static final String ARCHIVE =
      """
      WITH products AS (
        UPDATE products SET archived = true, version = version + 1, updated_at = now()
        WHERE id = $1 AND seller_id = $2 AND version = $3 AND NOT archived
        RETURNING *
      )
      """
          + ProductRow.SELECT;

  private final DatabaseClient db;

  ProductTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Flux<Product> byId(Collection<UUID> ids) {
    return db.sql(ProductRow.SELECT + "WHERE products.id = ANY ($1)")
        .bind(0, ids.toArray(UUID[]::new))
        .map(ProductRow::product)
        .all();
  }

  @Override
  public Mono<Product> bySku(UUID seller, String sku) {
    return db.sql(ProductRow.SELECT + "WHERE products.seller_id = $1 AND products.sku = $2")
        .bind(0, seller)
        .bind(1, sku)
        .map(ProductRow::product)
        .one();
  }

  @Override
  public Mono<Product> own(UUID id, UUID seller) {
    return db.sql(ProductRow.SELECT + "WHERE products.id = $1 AND products.seller_id = $2")
        .bind(0, id)
        .bind(1, seller)
        .map(ProductRow::product)
        .one();
  }

  @Override
  public Flux<ProductOwner> owners(Collection<UUID> ids) {
    return db.sql("SELECT id, seller_id FROM products WHERE id = ANY ($1)")
        .bind(0, ids.toArray(UUID[]::new))
        .map(
            row ->
                new ProductOwner(
                    requireNonNull(row.get(0, UUID.class)), requireNonNull(row.get(1, UUID.class))))
        .all();
  }

  @Override
  public Mono<Product> add(UUID seller, ProductDetails details) {
    return bind(db.sql(ADD).bind(0, seller), 1, details)
        .map(ProductRow::product)
        .one()
        .onErrorMap(DataIntegrityViolationException.class, CategoryGone::new);
  }

  @Override
  public Mono<Product> change(UUID id, UUID seller, int expectedVersion, ProductDetails details) {
    return bind(db.sql(CHANGE).bind(0, id).bind(1, seller).bind(2, expectedVersion), 3, details)
        .map(ProductRow::product)
        .one()
        .onErrorMap(DuplicateKeyException.class, SkuTaken::new)
        .onErrorMap(DataIntegrityViolationException.class, CategoryGone::new);
  }

  @Override
  public Mono<Product> changeImages(
      UUID id, UUID seller, int expectedVersion, List<ProductImage> images) {
    return db.sql(CHANGE_IMAGES)
        .bind(0, id)
        .bind(1, seller)
        .bind(2, expectedVersion)
        .bind(3, ImagesJson.write(images))
        .map(ProductRow::product)
        .one();
  }

  @Override
  public Mono<Product> archive(UUID id, UUID seller, int expectedVersion) {
    return db.sql(ARCHIVE)
        .bind(0, id)
        .bind(1, seller)
        .bind(2, expectedVersion)
        .map(ProductRow::product)
        .one();
  }

  private static GenericExecuteSpec bind(GenericExecuteSpec sql, int from, ProductDetails details) {
    Category category = details.category();
    return bind(
        sql.bind(from, details.sku())
            .bind(from + 1, details.title())
            .bind(from + 2, details.description())
            .bind(from + 3, details.price().amount())
            .bind(from + 4, details.price().currency().getCurrencyCode())
            .bind(from + 6, details.tags().toArray(String[]::new)),
        from + 5,
        category == null ? null : category.id());
  }

  private static GenericExecuteSpec bind(
      GenericExecuteSpec sql, int position, @Nullable UUID value) {
    return value == null ? sql.bindNull(position, UUID.class) : sql.bind(position, value);
  }
}
