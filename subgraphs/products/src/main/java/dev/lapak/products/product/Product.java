package dev.lapak.products.product;

import dev.lapak.platform.money.Money;
import dev.lapak.products.category.Category;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a seller sells. Its parts are named as in the contract, which reads them as they
 * are.
 *
 * @param price of one, in the seller's currency
 * @param images the first is the main one
 * @param version grows by one with every change
 */
public record Product(
    UUID id,
    Seller seller,
    ProductStatus status,
    int version,
    String sku,
    String title,
    String description,
    Money price,
    @Nullable Category category,
    List<String> tags,
    List<ProductImage> images,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt) {

  public Product {
    tags = List.copyOf(tags);
    images = List.copyOf(images);
  }

  /** What its seller says of it. */
  public ProductDetails details() {
    return new ProductDetails(sku, title, description, price, category, tags);
  }

  public boolean isArchived() {
    return status == ProductStatus.ARCHIVED;
  }
}
