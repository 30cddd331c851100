package dev.lapak.load.workload;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The two reads, through the door and as the parts that the router makes of them. */
public final class Reads {

  public static final String LIST = "list of 20 with stock";
  public static final String DETAIL = "detail with stock";

  private static final String PRODUCT = "id sku title price { amount currency }";
  private static final String DETAILS =
      PRODUCT
          + """
           description category { slug name } tags seller { id } status version
          createdAt updatedAt
          """;
  private static final String STOCK = "availability { total inStock }";

  private static final String PAGE_OF =
      """
      query List($after: String) {
        products(first: 20, after: $after) {
          edges { cursor node { %s } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;
  private static final String PRODUCT_OF = "query Product($id: ID!) { product(id: $id) { %s } }";
  private static final String ENTITIES =
      """
      query Stock($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Product { %s } }
      }
      """;

  private static final Operation LIST_WITH_STOCK =
      new Operation(PAGE_OF.formatted(PRODUCT + " " + STOCK));
  private static final Operation LIST_ALONE = new Operation(PAGE_OF.formatted(PRODUCT));
  private static final Operation DETAIL_WITH_STOCK =
      new Operation(PRODUCT_OF.formatted(DETAILS + " " + STOCK));
  private static final Operation DETAIL_ALONE = new Operation(PRODUCT_OF.formatted(DETAILS));
  private static final Operation STOCK_ALONE = new Operation(ENTITIES.formatted(STOCK));

  private static final String EACH_PRODUCT = "sku";
  private static final String EACH_STOCK = "total";

  private final Catalogue catalogue;

  public Reads(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public Workload list(Target edge) {
    return workload(LIST, edge, () -> LIST_WITH_STOCK.with(page()), EACH_STOCK, Catalogue.PAGE);
  }

  public Workload listAlone(Target products) {
    return workload(LIST, products, () -> LIST_ALONE.with(page()), EACH_PRODUCT, Catalogue.PAGE);
  }

  public Workload stockOfList(Target inventory) {
    return workload(
        LIST,
        inventory,
        () -> STOCK_ALONE.with(representations(catalogue.anyPage())),
        EACH_STOCK,
        Catalogue.PAGE);
  }

  public Workload detail(Target edge) {
    return workload(DETAIL, edge, () -> DETAIL_WITH_STOCK.with(product()), EACH_STOCK, 1);
  }

  public Workload detailAlone(Target products) {
    return workload(DETAIL, products, () -> DETAIL_ALONE.with(product()), EACH_PRODUCT, 1);
  }

  public Workload stockOfDetail(Target inventory) {
    return workload(
        DETAIL,
        inventory,
        () -> STOCK_ALONE.with(representations(List.of(catalogue.any()))),
        EACH_STOCK,
        1);
  }

  private String page() {
    return "{\"after\":\"" + catalogue.anyBeforeAPage().cursor() + "\"}";
  }

  private String product() {
    return "{\"id\":\"" + catalogue.any().id() + "\"}";
  }

  private static String representations(List<Catalogue.Product> products) {
    return products.stream()
        .map(product -> "{\"__typename\":\"Product\",\"id\":\"" + product.id() + "\"}")
        .collect(Collectors.joining(",", "{\"representations\":[", "]}"));
  }

  private static Workload workload(
      String name, Target target, Supplier<byte[]> body, String field, int times) {
    return new Workload(name, target, target::headers, body, new Expectation(field, times));
  }
}
