package dev.lapak.products.product.r2dbc;

import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.product.ProductPages;
import dev.lapak.products.product.ProductSort;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class ProductPageTable implements ProductPages {

  private final DatabaseClient db;

  ProductPageTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<Connection<Product>> page(
      int first, @Nullable String after, ProductFilter filter, ProductSort sort) {
    String list = sort + " " + filter;
    PageRequest page = PageRequest.of(first, after, list);
    Keyset keyset = Keyset.of(sort);
    ProductQuery query = new ProductQuery(filter);
    if (page.after() != null) {
      query.and(keyset.after, keyset.values(page.after()));
    }
    String end = "\nORDER BY " + keyset.order + "\nLIMIT " + query.place(page.limit());
    return query
        .statement(db, ProductRow.SELECT, end)
        .map(ProductRow::product)
        .all()
        .collectList()
        .map(
            rows ->
                Connection.of(
                    rows, page, product -> Cursor.of(list, keyset.keys(product)), count(filter)));
  }

  private Mono<Integer> count(ProductFilter filter) {
    return new ProductQuery(filter)
        .statement(db, "SELECT count(*) FROM products ", "")
        .mapValue(Integer.class)
        .one();
  }
}
