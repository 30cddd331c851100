package dev.lapak.products.imports;

import static dev.lapak.products.imports.RowErrorCode.CATEGORY_NOT_FOUND;
import static dev.lapak.products.imports.RowErrorCode.FIELD_MISSING;
import static dev.lapak.products.imports.RowErrorCode.PRODUCT_ARCHIVED;
import static dev.lapak.products.imports.RowErrorCode.WRONG_CURRENCY;

import dev.lapak.products.category.Category;
import dev.lapak.products.imports.file.Row;
import dev.lapak.products.product.Offer;
import dev.lapak.products.product.OfferRules;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a batch of rows makes of a seller's products, one row after the other: the later of
 * two of the same SKU goes on from the earlier.
 */
final class Merge {

  private final Currency currency;
  private final Map<String, Category> categories = new HashMap<>();
  private final Map<String, Product> known = new HashMap<>();
  private final Map<String, ProductDetails> additions = new LinkedHashMap<>();
  private final Map<UUID, ProductDetails> changes = new LinkedHashMap<>();
  private final List<RowError> errors = new ArrayList<>();
  private int created;
  private int updated;
  private int unchanged;
  private int rejected;

  /**
   * @param currency the seller's
   * @param products the seller's, of the rows' SKUs
   * @param categories of the rows' slugs
   */
  Merge(Currency currency, Collection<Product> products, Collection<Category> categories) {
    this.currency = currency;
    for (Product product : products) {
      known.put(product.sku(), product);
      Category category = product.category();
      if (category != null) {
        this.categories.put(category.slug(), category);
      }
    }
    categories.forEach(category -> this.categories.put(category.slug(), category));
  }

  void add(Row row) {
    switch (row) {
      case Row.Bad(RowError error) -> reject(List.of(error));
      case Row.Said said -> add(said);
    }
  }

  private void add(Row.Said said) {
    String sku = said.sku().strip();
    Product product = known.get(sku);
    if (product != null && product.isArchived()) {
      reject(List.of(error(said, null, PRODUCT_ARCHIVED, "An archived product does not change.")));
      return;
    }
    ProductDetails now =
        product == null
            ? additions.get(sku)
            : changes.getOrDefault(product.id(), product.details());
    List<RowError> wrong = now == null ? missing(said) : List.of();
    if (wrong.isEmpty()) {
      Offer offer = said.over(now == null ? blank(said) : Offer.of(now));
      Category category = categories.get(offer.categorySlug());
      wrong = wrong(said, offer, category);
      if (wrong.isEmpty()) {
        take(product, now, offer.details(category));
        return;
      }
    }
    reject(wrong);
  }

  private static List<RowError> missing(Row.Said said) {
    List<RowError> missing = new ArrayList<>();
    if (said.title() == null) {
      missing.add(error(said, "title", FIELD_MISSING, "A new product has a title."));
    }
    if (said.price() == null) {
      missing.add(error(said, "price", FIELD_MISSING, "A new product has a price."));
    }
    return missing;
  }

  private Offer blank(Row.Said said) {
    return new Offer(
        said.sku(), "", "", new Offer.Price(java.math.BigDecimal.ZERO, currency), null, List.of());
  }

  private List<RowError> wrong(Row.Said said, Offer offer, @Nullable Category category) {
    List<RowError> wrong = new ArrayList<>();
    OfferRules.errors(offer, currency)
        .forEach(
            error ->
                wrong.add(
                    error(
                        said,
                        error.path().getFirst(),
                        RowErrorCode.valueOf(error.code().name()),
                        error.message())));
    if (said.price() == null && !said.currency().equals(currency)) {
      wrong.add(
          error(
              said,
              "currency",
              WRONG_CURRENCY,
              "Your prices are in " + currency.getCurrencyCode() + "."));
    }
    if (offer.categorySlug() != null && category == null) {
      wrong.add(error(said, "category", CATEGORY_NOT_FOUND, "No category has this slug."));
    }
    return wrong;
  }

  private void take(@Nullable Product product, @Nullable ProductDetails now, ProductDetails said) {
    if (said.equals(now)) {
      unchanged++;
    } else if (product != null) {
      changes.put(product.id(), said);
      updated++;
    } else if (additions.put(said.sku(), said) == null) {
      created++;
    } else {
      updated++;
    }
  }

  private void reject(List<RowError> why) {
    errors.addAll(why);
    rejected++;
  }

  private static RowError error(
      Row.Said said, @Nullable String field, RowErrorCode code, String message) {
    return new RowError(said.line(), said.sku(), field, code, message);
  }

  /** What to write. */
  Collection<ProductDetails> additions() {
    return additions.values();
  }

  Map<UUID, ProductDetails> changes() {
    return changes;
  }

  Tally tally() {
    return new Tally(created, updated, unchanged, rejected, errors);
  }
}
