package dev.lapak.products.product;

import static dev.lapak.products.product.ProductErrorCode.DESCRIPTION_LENGTH;
import static dev.lapak.products.product.ProductErrorCode.PRICE_OUT_OF_RANGE;
import static dev.lapak.products.product.ProductErrorCode.SKU_INVALID;
import static dev.lapak.products.product.ProductErrorCode.TAGS_INVALID;
import static dev.lapak.products.product.ProductErrorCode.TITLE_LENGTH;
import static dev.lapak.products.product.ProductErrorCode.WRONG_CURRENCY;

import dev.lapak.platform.money.Money;
import dev.lapak.platform.text.Length;
import dev.lapak.platform.text.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/** What can be said of a product. */
public final class OfferRules {

  /** Neither controls nor invisible formats, separators of lines and halves of characters. */
  private static final Pattern SKU = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,64}");

  private static final BigDecimal PRICE_LIMIT = new BigDecimal("1000000000");
  private static final int MAX_TAGS = 20;

  private OfferRules() {}

  /**
   * @param currency the seller's
   */
  public static List<ProductError> errors(Offer offer, Currency currency) {
    List<ProductError> errors = new ArrayList<>();
    if (!SKU.matcher(offer.sku()).matches() || Plain.line(offer.sku()).isEmpty()) {
      errors.add(ProductError.at("sku", SKU_INVALID, "A SKU has 1 to 64 printable characters."));
    }
    if (!Length.isWithin(offer.title(), 1, 200)) {
      errors.add(ProductError.at("title", TITLE_LENGTH, "A title has 1 to 200 characters."));
    }
    if (!Length.isWithin(offer.description(), 0, 10_000)) {
      errors.add(
          ProductError.at(
              "description", DESCRIPTION_LENGTH, "A description has at most 10,000 characters."));
    }
    if (!isPrice(offer.price().amount())) {
      errors.add(
          ProductError.at(
              "price",
              PRICE_OUT_OF_RANGE,
              "A price is above 0 and below 1,000,000,000, with at most 4 decimals."));
    }
    if (!offer.price().currency().equals(currency)) {
      errors.add(
          ProductError.at(
              "price", WRONG_CURRENCY, "Your prices are in " + currency.getCurrencyCode() + "."));
    }
    if (offer.tags().size() > MAX_TAGS
        || !offer.tags().stream().allMatch(tag -> Length.isWithin(tag, 1, 50))) {
      errors.add(
          ProductError.at(
              "tags", TAGS_INVALID, "There are at most 20 tags of 1 to 50 characters each."));
    }
    return errors;
  }

  private static boolean isPrice(BigDecimal amount) {
    return amount.signum() > 0
        && amount.compareTo(PRICE_LIMIT) < 0
        && amount.stripTrailingZeros().scale() <= Money.MAX_SCALE;
  }
}
