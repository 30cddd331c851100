package dev.lapak.products.product;

import dev.lapak.platform.money.Money;
import dev.lapak.platform.text.Plain;
import dev.lapak.products.category.Category;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a seller wants to say of a product, not checked yet.
 *
 * @param categorySlug null for none
 */
public record Offer(
    String sku,
    String title,
    String description,
    Price price,
    @Nullable String categorySlug,
    List<String> tags) {

  /** An amount as it came. */
  public record Price(BigDecimal amount, Currency currency) {}

  public Offer {
    sku = sku.strip();
    title = Plain.line(title);
    tags =
        tags.stream()
            .map(tag -> Plain.line(tag).toLowerCase(Locale.ROOT))
            .distinct()
            .sorted()
            .toList();
  }

  /** What is said of a product now. */
  public static Offer of(ProductDetails now) {
    Category category = now.category();
    return new Offer(
        now.sku(),
        now.title(),
        now.description(),
        new Price(now.price().amount(), now.price().currency()),
        category == null ? null : category.slug(),
        now.tags());
  }

  /**
   * This offer, found right by {@link OfferRules}.
   *
   * @param category of this offer's slug
   */
  public ProductDetails details(@Nullable Category category) {
    return new ProductDetails(
        sku, title, description, new Money(price.amount(), price.currency()), category, tags);
  }
}
