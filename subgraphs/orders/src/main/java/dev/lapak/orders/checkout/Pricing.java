package dev.lapak.orders.checkout;

import static dev.lapak.orders.checkout.CheckoutErrorCode.PRODUCT_ARCHIVED;
import static dev.lapak.orders.checkout.CheckoutErrorCode.PRODUCT_NOT_FOUND;
import static dev.lapak.orders.checkout.CheckoutErrorCode.QUANTITY_OUT_OF_RANGE;

import dev.lapak.orders.catalogue.Catalogue;
import dev.lapak.orders.order.OrderLine;
import dev.lapak.platform.money.Money;
import dev.lapak.platform.outcome.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Makes an order per seller of what is wanted, at the products' prices. */
final class Pricing {

  /** What {@code Decimal} and numeric(19,4) can't hold. */
  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(15);

  private final List<CheckoutError> errors = new ArrayList<>();

  /** In the order of the sellers' ids, so that a twin comes to the same. */
  private final SortedMap<UUID, List<Draft.Line>> bySeller = new TreeMap<>();

  private final Map<UUID, CheckoutError.Place> places = new HashMap<>();

  private final boolean fromCart;

  private Pricing(boolean fromCart) {
    this.fromCart = fromCart;
  }

  static Outcome<List<Draft>, CheckoutError> price(
      CheckoutRequest request, Map<UUID, Catalogue.Product> products) {
    Pricing pricing = new Pricing(request.fromCart());
    request.wishes().forEach(wish -> pricing.add(wish, products));
    List<Draft> drafts = pricing.errors.isEmpty() ? pricing.drafts() : List.of();
    return pricing.errors.isEmpty() ? Outcome.done(drafts) : Outcome.refused(pricing.errors);
  }

  private void add(Wish wish, Map<UUID, Catalogue.Product> products) {
    Catalogue.Product product = products.get(wish.productId());
    if (product == null) {
      refuse(PRODUCT_NOT_FOUND, "There is no such product.", wish, "productId");
    } else if (product.archived()) {
      refuse(PRODUCT_ARCHIVED, "The product is off sale.", wish, "productId");
    } else {
      add(wish, product);
    }
  }

  private void add(Wish wish, Catalogue.Product product) {
    Money total = product.price().times(wish.quantity());
    if (isTooMuch(total)) {
      refuse(QUANTITY_OUT_OF_RANGE, "The total is too large to be money.", wish, "quantity");
      return;
    }
    OrderLine line =
        new OrderLine(
            product.id(), product.sku(), product.title(), wish.quantity(), product.price(), total);
    bySeller
        .computeIfAbsent(product.sellerId(), seller -> new ArrayList<>())
        .add(new Draft.Line(wish.place(), line));
    places.put(product.id(), wish.about());
  }

  private CheckoutError.Place firstOf(List<Draft.Line> lines) {
    return Objects.requireNonNull(places.get(lines.getFirst().snapshot().productId()));
  }

  private List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    bySeller.forEach(
        (seller, lines) -> {
          Money total = sum(lines);
          if (total.amount().signum() == 0) {
            errors.add(
                CheckoutError.of(
                    QUANTITY_OUT_OF_RANGE,
                    "The total is too small to be paid.",
                    firstOf(lines),
                    "quantity"));
          }
          drafts.add(new Draft(seller, lines, total));
        });
    if (isTooMuch(Draft.totals(drafts))) {
      errors.add(
          CheckoutError.of(
              QUANTITY_OUT_OF_RANGE,
              "The total is too large to be money.",
              fromCart ? "fromCart" : "lines"));
    }
    return drafts;
  }

  private static Money sum(List<Draft.Line> lines) {
    return lines.stream().map(line -> line.snapshot().total()).reduce(Money::plus).orElseThrow();
  }

  private static boolean isTooMuch(Collection<Money> totals) {
    return totals.stream().anyMatch(Pricing::isTooMuch);
  }

  private static boolean isTooMuch(Money total) {
    return total.amount().compareTo(TOO_MUCH) >= 0;
  }

  private void refuse(CheckoutErrorCode code, String message, Wish wish, String field) {
    errors.add(CheckoutError.of(code, message, wish.about(), field));
  }
}
