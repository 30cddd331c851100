package dev.lapak.products.product.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.Edge;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.products.product.Facet;
import dev.lapak.products.product.Listing;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.product.ProductPage;
import dev.lapak.products.product.ProductPages;
import dev.lapak.products.product.ProductSort;
import dev.lapak.products.search.Search;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lists in one of three forms. What an index has in the order of the list (everything, a
 * category's, a seller's) is read from there: what a page costs depends on its size alone. What is
 * searched for, tagged, or of a category and a seller at once is gathered by the one index that
 * knows all of these, then sorted: it costs what it finds. What has certain prices, in another
 * order than theirs, is looked for in the order of the list, and gathered by price where that does
 * not find a page soon. Left to itself, PostgreSQL would guess how much there is, and read whole
 * indexes where it guesses wrongly.
 */
@Component
final class ProductPageTable implements ProductPages {

  /** How many products are looked at in the order of a list before its prices are gathered. */
  private static final int SOON = 1_000;

  private final DatabaseClient db;

  ProductPageTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<ProductPage> page(PageRequest page, Listing listing) {
    Keyset keyset = Keyset.of(listing.sort());
    boolean gathered = ProductQuery.isGathered(listing.filter(), listing.search() != null);
    Function<Readable, Found> read =
        row -> new Found(ProductRow.product(row), gathered ? ProductRow.rank(row) : 0);
    return query(page, listing, keyset, gathered)
        .statement(db)
        .map(read)
        .all()
        .collectList()
        .map(rows -> Connection.of(rows, page, cursor(listing, keyset), count(listing)))
        .map(found -> new ProductPage(nodes(found), found.pageInfo(), found.totalCount(), listing));
  }

  private static ProductQuery query(
      PageRequest page, Listing listing, Keyset keyset, boolean gathered) {
    if (gathered) {
      return gather(page, listing, keyset);
    }
    boolean byPrice = keyset == Keyset.PRICE_ASC || keyset == Keyset.PRICE_DESC;
    return listing.filter().price() == null || byPrice
        ? walk(page, listing, keyset)
        : lookThenGather(page, listing, keyset);
  }

  private static ProductQuery walk(PageRequest page, Listing listing, Keyset keyset) {
    ProductQuery query =
        new ProductQuery().add(ProductRow.SELECT).addWhere(listing.filter(), false);
    addAfter(query, " AND ", page, listing, keyset);
    return query.add("\nORDER BY " + keyset.order).add("\nLIMIT %s", page.limit());
  }

  /** Prices are only gathered where the first look found too few, and was not at the end. */
  private static ProductQuery lookThenGather(PageRequest page, Listing listing, Keyset keyset) {
    ProductFilter anyPrice = Facet.PRICES.leftOut(listing.filter());
    ProductQuery query =
        new ProductQuery()
            .add("WITH found AS MATERIALIZED (\n  SELECT products.id FROM (")
            .add("\n    SELECT products.id, products.title, products.currency, products.price")
            .add(" FROM products ")
            .addWhere(anyPrice, false);
    addAfter(query, " AND ", page, listing, keyset);
    query
        .add("\n    ORDER BY " + keyset.order + " LIMIT " + SOON)
        .add("\n  ) AS products\n  WHERE true")
        .addWithin("products.price", requireNonNull(listing.filter().price()))
        .add("\n  ORDER BY " + keyset.order)
        .add(" LIMIT %s\n)", page.limit())
        .add(", matches AS MATERIALIZED (\n  SELECT products.id, products.title FROM products ")
        .addWhere(listing.filter(), false)
        .add("\n    AND (SELECT count(*) FROM found) < %s", page.limit())
        .add("\n    AND EXISTS (\n      SELECT FROM products ")
        .addWhere(anyPrice, false);
    addAfter(query, " AND ", page, listing, keyset);
    query
        .add("\n      ORDER BY " + keyset.order + " OFFSET " + SOON + " LIMIT 1)")
        .add("\n), page AS (\n  SELECT id FROM found\n  UNION\n  (SELECT products.id FROM")
        .add(" matches AS products");
    addAfter(query, " WHERE ", page, listing, keyset);
    return query
        .add("\n    ORDER BY " + keyset.order)
        .add(" LIMIT %s)\n)\nSELECT ", page.limit())
        .add(ProductRow.COLUMNS.strip())
        .add("\nFROM page JOIN products ON products.id = page.id")
        .add(" LEFT JOIN categories ON categories.id = products.category_id")
        .add("\nORDER BY " + keyset.order)
        .add("\nLIMIT %s", page.limit());
  }

  private static ProductQuery gather(PageRequest page, Listing listing, Keyset keyset) {
    Search search = listing.search();
    ProductQuery query = new ProductQuery().add("WITH ");
    if (search != null) {
      query.addSearch(search).add(", ");
    }
    query
        .add("matches AS MATERIALIZED (\n  SELECT products.id, products.currency, products.price,")
        .add(" products.title, ")
        .add(listing.sort() == ProductSort.RELEVANCE ? ProductQuery.RANK : "0")
        .add(" AS rank\n  FROM products ")
        .addWhere(listing.filter(), search != null)
        .add("\n)\nSELECT ")
        .add(ProductRow.COLUMNS.strip())
        .add(", products.rank\nFROM (\n  SELECT products.*, page.rank FROM (")
        .add("\n    SELECT products.id, products.rank FROM matches AS products");
    addAfter(query, " WHERE ", page, listing, keyset);
    return query
        .add("\n    ORDER BY " + keyset.order)
        .add(" LIMIT %s", page.limit())
        .add("\n  ) AS page JOIN products ON products.id = page.id\n) AS products")
        .add(" LEFT JOIN categories ON categories.id = products.category_id")
        .add("\nORDER BY " + keyset.order);
  }

  private static void addAfter(
      ProductQuery query, String and, PageRequest page, Listing listing, Keyset keyset) {
    if (page.after() != null) {
      List<String> keys = page.after().keys();
      query
          .add(and)
          .add(
              keyset.after,
              keyset.values(listing.search() == null ? keys : keys.subList(1, keys.size())));
    }
  }

  private static Function<Found, Cursor> cursor(Listing listing, Keyset keyset) {
    Search search = listing.search();
    return found -> {
      List<Object> keys = new ArrayList<>(keyset.keys(found));
      if (search != null) {
        keys.addFirst(search.key());
      }
      return Cursor.of(listing.name(), keys.toArray());
    };
  }

  private static List<Edge<Product>> nodes(Connection<Found> page) {
    return page.edges().stream()
        .map(edge -> new Edge<>(edge.cursor(), edge.node().product()))
        .toList();
  }

  private Mono<Integer> count(Listing listing) {
    @Nullable Search search = listing.search();
    ProductQuery query = new ProductQuery();
    if (search != null) {
      query.add("WITH ").addSearch(search).add("\n");
    }
    return query
        .add("SELECT count(*) FROM products ")
        .addWhere(listing.filter(), search != null)
        .statement(db)
        .mapValue(Integer.class)
        .one();
  }
}
