package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A product's life, from its listing to its archive. */
class ProductIT {

  private static final String UPDATE =
      """
      mutation ($input: UpdateProductInput!) {
        updateProduct(input: $input) {
          product { version sku title tags } errors { code path current { version title } }
        }
      }
      """;

  private final Shop shop = Shop.open();

  @Test
  void an_sku_is_a_product_s_own_within_its_shop() {
    String mug = create("MUG-1").get("createProduct.product.id");
    assertThat(create("MUG-1").failures("createProduct")).containsExactly("SKU_TAKEN");
    String other = create("MUG-2").get("createProduct.product.id");
    assertThat(update(other, 1, Map.of("sku", "MUG-1")).failures("updateProduct"))
        .containsExactly("SKU_TAKEN");

    assertThat(bySku("MUG-1").<String>get("productBySku.id")).isEqualTo(mug);
    assertThat(bySku("mug-1").<Object>get("productBySku")).isNull();
  }

  @Test
  void a_change_is_made_from_the_version_that_was_read() {
    String mug = create("MUG-1").get("createProduct.product.id");

    Answer changed = update(mug, 1, Map.of("title", "Big mug", "tags", List.of("tea", "clay")));
    assertThat(changed.failures("updateProduct")).isEmpty();
    assertThat(changed.<Map<String, Object>>get("updateProduct.product"))
        .containsEntry("version", 2)
        .containsEntry("title", "Big mug")
        .containsEntry("tags", List.of("clay", "tea"))
        .containsEntry("sku", "MUG-1");

    Answer stale = update(mug, 1, Map.of("title", "Small mug"));
    assertThat(stale.failures("updateProduct")).containsExactly("VERSION_CONFLICT");
    assertThat(stale.<Map<String, Object>>get("updateProduct.errors[0].current"))
        .containsEntry("version", 2)
        .containsEntry("title", "Big mug");
    assertThat(
            Person.seller()
                .now(UPDATE, change(mug, 2, Map.of("title", "Mine")))
                .failures("updateProduct"))
        .containsExactly("PRODUCT_NOT_FOUND");
  }

  @Test
  void an_archived_product_is_no_more_sold_or_changed_but_still_read_in_its_orders() {
    String mug = create("MUG-1").get("createProduct.product.id");
    shop.stock(mug, shop.warehouse(), 5, 0);
    Person buyer = Person.buyer();
    String order = Buying.buy(buyer, mug, 1).get("checkout.purchase.orders[0].id");

    assertThat(archive(mug, 2).failures("archiveProduct")).containsExactly("VERSION_CONFLICT");
    Answer archived = archive(mug, 1);
    assertThat(archived.failures("archiveProduct")).isEmpty();
    assertThat(archived.<String>get("archiveProduct.product.status")).isEqualTo("ARCHIVED");

    assertThat(Buying.buy(buyer, mug, 1).failures("checkout")).containsExactly("PRODUCT_ARCHIVED");
    assertThat(update(mug, 2, Map.of("title", "Back again")).failures("updateProduct"))
        .containsExactly("PRODUCT_ARCHIVED");
    assertThat(
            buyer
                .now(
                    "query ($id: ID!) { order(id: $id) { lines { product { title status } } } }",
                    Map.of("id", order))
                .<Map<String, Object>>get("order.lines[0].product"))
        .containsEntry("title", "Mug")
        .containsEntry("status", "ARCHIVED");
    Answer found = bySku("MUG-1");
    assertThat(found.<String>get("productBySku.status")).isEqualTo("ARCHIVED");
    assertThat(found.<Integer>get("productBySku.availability.total"))
        .as("stock is stock, whether or not it is on sale")
        .isEqualTo(4);
  }

  @Test
  void all_the_tags_that_are_asked_for_must_be_there() {
    String both = create("MUG-1").get("createProduct.product.id");
    update(both, 1, Map.of("tags", List.of("tea", "clay")));
    String one = create("MUG-2").get("createProduct.product.id");
    update(one, 1, Map.of("tags", List.of("tea")));

    assertThat(tagged("tea")).containsExactlyInAnyOrder(both, one);
    assertThat(tagged("tea", "clay")).containsExactly(both);
  }

  private List<String> tagged(String... tags) {
    return Person.NOBODY
        .now(
            """
            query ($seller: ID!, $tags: [String!]!) {
              products(filter: {sellerId: $seller, tagsAll: $tags}) { edges { node { id } } }
            }
            """,
            Map.of("seller", shop.id(), "tags", List.of(tags)))
        .get("products.edges[*].node.id");
  }

  private Answer create(String sku) {
    return shop.seller()
        .now(
            """
            mutation ($sku: String!) {
              createProduct(input: {
                sku: $sku, title: "Mug", price: {amount: "2.55", currency: "GBP"}
              }) { product { id version } errors { code path } }
            }
            """,
            Map.of("sku", sku));
  }

  private Answer update(String product, int version, Map<String, Object> change) {
    return shop.seller().now(UPDATE, change(product, version, change));
  }

  private static Map<String, Object> change(
      String product, int version, Map<String, Object> change) {
    Map<String, Object> input = new HashMap<>(change);
    input.put("id", product);
    input.put("expectedVersion", version);
    return Map.of("input", input);
  }

  private Answer archive(String product, int version) {
    return shop.seller()
        .now(
            """
            mutation ($id: ID!, $version: Int!) {
              archiveProduct(input: {id: $id, expectedVersion: $version}) {
                product { status } errors { code }
              }
            }
            """,
            Map.of("id", product, "version", version));
  }

  private Answer bySku(String sku) {
    return Person.NOBODY.now(
        """
        query ($seller: ID!, $sku: String!) {
          productBySku(sellerId: $seller, sku: $sku) { id status availability { total } }
        }
        """,
        Map.of("seller", shop.id(), "sku", sku));
  }
}
