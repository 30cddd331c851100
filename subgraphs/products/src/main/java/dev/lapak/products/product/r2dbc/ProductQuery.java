package dev.lapak.products.product.r2dbc;

import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.product.ProductFilter.PriceRange;
import dev.lapak.products.search.Search;
import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * A statement over products with what is bound to it, as it grows; few forms, so that each is
 * prepared once.
 */
final class ProductQuery {

  /** How well a product fits the search. */
  static final String RANK =
      "search_rank(products.document, products.title,"
          + " (SELECT query FROM search), (SELECT wording FROM search))";

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  ProductQuery add(String text) {
    sql.append(text);
    return this;
  }

  /**
   * @param text with a {@code %s} for each value
   */
  ProductQuery add(String text, Object... bound) {
    return add(text.formatted((Object[]) places(bound)));
  }

  /** What is searched for, once for the whole statement. */
  ProductQuery addSearch(Search search) {
    return add("search AS MATERIALIZED (\n  SELECT search_query(words) AS query,")
        .add(" search_wording(words) AS wording")
        .add(" FROM (SELECT search_words(%s) AS words) AS read\n)", search.read());
  }

  /** Active products that pass a filter and, where something is searched for, fit it. */
  ProductQuery addWhere(ProductFilter filter, boolean isSearched) {
    add("WHERE NOT products.archived");
    if (isSearched) {
      add(" AND products.document @@ (SELECT query FROM search)");
    }
    if (filter.category() != null) {
      add(
          " AND products.category_id = (SELECT id FROM categories WHERE slug = %s)",
          filter.category());
    }
    if (filter.tagsAny() != null) {
      add(" AND products.tags && %s", (Object) filter.tagsAny().toArray(String[]::new));
    }
    if (filter.tagsAll() != null) {
      add(" AND products.tags @> %s", (Object) filter.tagsAll().toArray(String[]::new));
    }
    if (filter.sellerId() != null) {
      add(" AND products.seller_id = %s", filter.sellerId());
    }
    if (filter.price() != null) {
      // What is gathered by other things must not be by an index of prices: many may have them.
      addWithin(
          isGathered(filter, isSearched) ? "products.price + 0" : "products.price", filter.price());
    }
    return this;
  }

  /** Whether the index over document, tags, category and seller finds what passes a filter. */
  static boolean isGathered(ProductFilter filter, boolean isSearched) {
    return isSearched
        || filter.tagsAny() != null
        || filter.tagsAll() != null
        || (filter.category() != null && filter.sellerId() != null);
  }

  /** More of a condition. */
  ProductQuery addWithin(String price, PriceRange range) {
    add(" AND products.currency = %s", range.currency().getCurrencyCode());
    if (range.min() != null) {
      add(" AND " + price + " >= %s", range.min());
    }
    if (range.max() != null) {
      add(" AND " + price + " <= %s", range.max());
    }
    return this;
  }

  private String[] places(Object[] bound) {
    String[] places = new String[bound.length];
    for (int i = 0; i < bound.length; i++) {
      values.add(bound[i]);
      places[i] = "$" + values.size();
    }
    return places;
  }

  GenericExecuteSpec statement(DatabaseClient db) {
    GenericExecuteSpec statement = db.sql(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      statement = statement.bind(i, values.get(i));
    }
    return statement;
  }
}
