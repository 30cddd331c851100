package dev.lapak.orders.sales.graphql;

import dev.lapak.orders.order.graphql.Product;
import dev.lapak.orders.order.graphql.Seller;
import dev.lapak.orders.sales.RankedSales;
import dev.lapak.orders.sales.Ranking;
import dev.lapak.orders.sales.SalesRange;
import dev.lapak.orders.sales.SalesReports;
import dev.lapak.orders.sales.SalesSeries;
import dev.lapak.orders.sales.SalesSums;
import dev.lapak.orders.sales.SalesUnit;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class SalesController {

  private final SalesReports reports;
  private final SalesSums sums;

  SalesController(SalesReports reports, SalesSums sums) {
    this.reports = reports;
    this.sums = sums;
  }

  @QueryMapping
  Mono<List<SalesSeries>> sales(
      @Argument OffsetDateTime from,
      @Argument OffsetDateTime to,
      @Argument SalesUnit by,
      @Argument String timeZone,
      @Argument @Nullable UUID sellerId,
      @ContextValue Viewer viewer) {
    return reports.series(SalesReports.seen(sellerId, viewer), from, to, by, timeZone);
  }

  @QueryMapping
  Mono<Connection<RankedSales>> salesByProduct(
      @Argument OffsetDateTime from,
      @Argument OffsetDateTime to,
      @Argument @Nullable Currency currency,
      @Argument @Nullable UUID sellerId,
      @Argument int first,
      @Argument @Nullable String after,
      @ContextValue Viewer viewer) {
    UUID seen = SalesReports.seen(sellerId, viewer);
    SalesRange range = SalesRange.ofQuarters(from, to);
    return page(new Ranking(Ranking.Of.PRODUCTS, range, seen, currency), first, after);
  }

  @QueryMapping
  Mono<Connection<RankedSales>> salesBySeller(
      @Argument OffsetDateTime from,
      @Argument OffsetDateTime to,
      @Argument @Nullable Currency currency,
      @Argument int first,
      @Argument @Nullable String after,
      @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    SalesRange range = SalesRange.ofQuarters(from, to);
    return page(new Ranking(Ranking.Of.SELLERS, range, null, currency), first, after);
  }

  private Mono<Connection<RankedSales>> page(Ranking ranking, int first, @Nullable String after) {
    return sums.ranked(ranking, PageRequest.of(first, after, ranking.name()));
  }

  @SchemaMapping(typeName = "ProductSales")
  Product product(RankedSales ranked) {
    return new Product(ranked.productId());
  }

  @SchemaMapping(typeName = "ProductSales", field = "seller")
  Seller sellerOfProduct(RankedSales ranked) {
    return new Seller(ranked.sellerId());
  }

  @SchemaMapping(typeName = "SellerSales")
  Seller seller(RankedSales ranked) {
    return new Seller(ranked.sellerId());
  }

  @SchemaMapping(typeName = "ProductSalesConnection", field = "totalCount")
  Mono<Integer> countOfProducts(Connection<RankedSales> connection) {
    return connection.totalCount();
  }

  @SchemaMapping(typeName = "SellerSalesConnection", field = "totalCount")
  Mono<Integer> countOfSellers(Connection<RankedSales> connection) {
    return connection.totalCount();
  }
}
