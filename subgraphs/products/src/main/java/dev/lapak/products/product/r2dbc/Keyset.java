package dev.lapak.products.product.r2dbc;

import dev.lapak.platform.page.Cursor;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductSort;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** By what a list is sorted; the id is last, so that no two products are in the same place. */
enum Keyset {
  NEWEST(
      "products.id DESC",
      "products.id < %s",
      found -> List.of(found.product().id()),
      keys -> List.of(id(keys, 0)),
      1),

  PRICE_ASC(
      "products.currency, products.price, products.id",
      "(products.currency, products.price, products.id) > (%s, %s, %s)",
      Keyset::priceKeys,
      Keyset::price,
      3),

  PRICE_DESC(
      "products.currency DESC, products.price DESC, products.id DESC",
      "(products.currency, products.price, products.id) < (%s, %s, %s)",
      Keyset::priceKeys,
      Keyset::price,
      3),

  TITLE(
      "products.title COLLATE unicode, products.id",
      "(products.title COLLATE unicode, products.id) > (%s, %s)",
      found -> List.of(found.product().title(), found.product().id()),
      keys -> List.of(keys.get(0), id(keys, 1)),
      2),

  RELEVANCE(
      "products.rank DESC, products.id DESC",
      "(products.rank, products.id) < (%s, %s)",
      found -> List.of(found.rank(), found.product().id()),
      keys -> List.of(rank(keys.get(0)), id(keys, 1)),
      2);

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,4})?");
  private static final Pattern RANK = Pattern.compile("\\d{1,9}");

  final String order;
  final String after;
  private final Function<Found, List<?>> keys;
  private final Function<List<String>, List<?>> parse;
  private final int size;

  Keyset(
      String order,
      String after,
      Function<Found, List<?>> keys,
      Function<List<String>, List<?>> parse,
      int size) {
    this.order = order;
    this.after = after;
    this.keys = keys;
    this.parse = parse;
    this.size = size;
  }

  static Keyset of(ProductSort sort) {
    return switch (sort) {
      case NEWEST -> NEWEST;
      case PRICE_ASC -> PRICE_ASC;
      case PRICE_DESC -> PRICE_DESC;
      case TITLE -> TITLE;
      case RELEVANCE -> RELEVANCE;
    };
  }

  List<?> keys(Found found) {
    return keys.apply(found);
  }

  /** What a cursor's keys are to the database; clients may have made them up. */
  Object[] values(List<String> cursorKeys) {
    if (cursorKeys.size() != size) {
      throw Cursor.foreign();
    }
    return parse.apply(cursorKeys).toArray();
  }

  private static List<?> priceKeys(Found found) {
    Product product = found.product();
    return List.of(product.price().currency(), product.price().amount(), product.id());
  }

  private static List<?> price(List<String> keys) {
    if (!AMOUNT.matcher(keys.get(1)).matches()) {
      throw Cursor.foreign();
    }
    return List.of(keys.get(0), new BigDecimal(keys.get(1)), id(keys, 2));
  }

  private static int rank(String key) {
    if (!RANK.matcher(key).matches()) {
      throw Cursor.foreign();
    }
    return Integer.parseInt(key);
  }

  private static UUID id(List<String> keys, int position) {
    try {
      return UUID.fromString(keys.get(position));
    } catch (IllegalArgumentException e) {
      throw Cursor.foreign();
    }
  }
}
