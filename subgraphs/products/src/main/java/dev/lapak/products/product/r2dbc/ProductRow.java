package dev.lapak.products.product.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.platform.money.Money;
import dev.lapak.products.category.Category;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductStatus;
import dev.lapak.products.product.Seller;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads products with their categories, by position: lists read many of them. */
final class ProductRow {

  /** Of {@code products} and {@code categories}, in the order in which they are read. */
  static final String COLUMNS =
      """
      products.id, products.seller_id, products.archived, products.version, products.sku,
        products.title, products.description, products.price, products.currency, products.tags,
        products.created_at, products.updated_at, categories.id, categories.slug, categories.name,
        products.images
      """;

  static final String SELECT =
      "SELECT "
          + COLUMNS
          + "FROM products LEFT JOIN categories ON categories.id = products.category_id\n";

  /** Of a product in a list, one column more: how well it fits the search. */
  private static final int RANK = 16;

  private ProductRow() {}

  static int rank(Readable row) {
    return get(row, RANK, Integer.class);
  }

  static Product product(Readable row) {
    return new Product(
        get(row, 0, UUID.class),
        new Seller(get(row, 1, UUID.class)),
        get(row, 2, Boolean.class) ? ProductStatus.ARCHIVED : ProductStatus.ACTIVE,
        get(row, 3, Integer.class),
        get(row, 4, String.class),
        get(row, 5, String.class),
        get(row, 6, String.class),
        new Money(get(row, 7, BigDecimal.class), Currency.getInstance(get(row, 8, String.class))),
        category(row),
        List.of(get(row, 9, String[].class)),
        ImagesJson.read(get(row, 15, Json.class).asString()),
        get(row, 10, OffsetDateTime.class),
        get(row, 11, OffsetDateTime.class));
  }

  private static @Nullable Category category(Readable row) {
    UUID id = row.get(12, UUID.class);
    return id == null
        ? null
        : new Category(id, get(row, 13, String.class), get(row, 14, String.class));
  }

  private static <T> T get(Readable row, int position, Class<T> type) {
    return requireNonNull(row.get(position, type));
  }
}
