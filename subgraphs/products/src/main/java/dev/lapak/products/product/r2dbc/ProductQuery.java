package dev.lapak.products.product.r2dbc;

import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.product.ProductFilter.PriceRange;
import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The conditions of a list with what is bound to them; few forms, so that each is prepared once.
 */
final class ProductQuery {

  private final StringBuilder where = new StringBuilder("WHERE NOT products.archived");
  private final List<Object> values = new ArrayList<>();

  ProductQuery(ProductFilter filter) {
    if (filter.category() != null) {
      and("products.category_id = (SELECT id FROM categories WHERE slug = %s)", filter.category());
    }
    if (filter.tagsAny() != null) {
      and("products.tags && %s", (Object) filter.tagsAny().toArray(String[]::new));
    }
    if (filter.tagsAll() != null) {
      and("products.tags @> %s", (Object) filter.tagsAll().toArray(String[]::new));
    }
    if (filter.sellerId() != null) {
      and("products.seller_id = %s", filter.sellerId());
    }
    if (filter.price() != null) {
      within(filter.price());
    }
  }

  private void within(PriceRange range) {
    and("products.currency = %s", range.currency().getCurrencyCode());
    if (range.min() != null) {
      and("products.price >= %s", range.min());
    }
    if (range.max() != null) {
      and("products.price <= %s", range.max());
    }
  }

  /**
   * @param condition with a {@code %s} for each value
   */
  void and(String condition, Object... bound) {
    where.append(" AND ").append(condition.formatted((Object[]) places(bound)));
  }

  /** The place of one more value. */
  String place(Object value) {
    values.add(value);
    return "$" + values.size();
  }

  private String[] places(Object[] bound) {
    String[] places = new String[bound.length];
    for (int i = 0; i < bound.length; i++) {
      places[i] = place(bound[i]);
    }
    return places;
  }

  /** The statement that begins and ends like this, with the conditions between. */
  GenericExecuteSpec statement(DatabaseClient db, String begin, String end) {
    GenericExecuteSpec statement = db.sql(begin + where + end);
    for (int i = 0; i < values.size(); i++) {
      statement = statement.bind(i, values.get(i));
    }
    return statement;
  }
}
