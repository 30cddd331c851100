package dev.lapak.products.category;

import static dev.lapak.products.Answers.expectError;
import static dev.lapak.products.Answers.expectRequestError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@ProductsTest
class CategoryTests {

  @Autowired SubgraphTester subgraph;
  @Autowired Shop.Maker shops;
  @Autowired StatementCount statements;

  @Test
  void categories_come_by_name() {
    String slug = newSlug();
    create(slug + "-b", "zz " + slug + " Éclairs");
    create(slug + "-a", "ZZ " + slug + " donuts");
    create(slug + "-c", "zz " + slug + " figs");

    List<String> slugs =
        subgraph
            .anonymous()
            .document("{ categories { id slug name } }")
            .execute()
            .path("categories[*].slug")
            .entityList(String.class)
            .get();

    assertThat(slugs).containsSubsequence(slug + "-a", slug + "-b", slug + "-c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "-", "a-b-0"})
  void slug_of_lower_case_letters_digits_and_hyphens(String slug) {
    create(slug, " Name 🛒 ")
        .path("createCategory.category.name")
        .entity(String.class)
        .isEqualTo("Name 🛒");
  }

  @Test
  void slug_and_name_may_be_as_long_as_their_limits_and_no_longer() {
    create("s".repeat(64), "🛒".repeat(100)).path("createCategory.category.id").hasValue();
    expectError(create("s".repeat(65), "n"), "createCategory", "SLUG_INVALID", "slug");
    expectError(create(newSlug(), "n".repeat(101)), "createCategory", "NAME_LENGTH", "name");
  }

  @ParameterizedTest
  @CsvSource({
    "'', x, SLUG_INVALID, slug",
    "A, x, SLUG_INVALID, slug",
    "'a b', x, SLUG_INVALID, slug",
    "' a', x, SLUG_INVALID, slug",
    "é, x, SLUG_INVALID, slug",
    "'a\u0000b', x, SLUG_INVALID, slug",
    "bad-name, '', NAME_LENGTH, name",
    "bad-name, '  ', NAME_LENGTH, name",
  })
  void bad_input_is_a_typed_error_at_its_field(
      String slug, String name, String code, String field) {
    expectError(create(slug, name), "createCategory", code, field);
  }

  @Test
  void slug_is_unique() {
    String slug = newSlug();
    create(slug, "First");

    expectError(create(slug, "Second"), "createCategory", "SLUG_TAKEN", "slug");
  }

  @Test
  void of_ten_at_once_with_one_slug_one_gets_it() {
    String slug = newSlug();

    List<Integer> errors =
        Race.of(
            10,
            i ->
                create(slug, "Twin " + i)
                    .path("createCategory.errors")
                    .entityList(Object.class)
                    .get()
                    .size());

    assertThat(errors).containsOnlyOnce(0);
  }

  @Test
  void only_admins_make_categories() {
    expectRequestError(create(subgraph.anonymous(), newSlug(), "n"), "UNAUTHENTICATED");
    expectRequestError(
        create(
            subgraph.with(TestIssuer.seller(UUID.randomUUID(), UUID.randomUUID())), newSlug(), "n"),
        "FORBIDDEN");
  }

  @Test
  void category_by_its_slug() {
    String slug = newSlug();
    create(slug, "Lamps");

    bySlug(slug).path("category.name").entity(String.class).isEqualTo("Lamps");
    bySlug(slug + "-x").path("category").valueIsNull();
  }

  @Test
  void renamed_category_keeps_its_slug() {
    String slug = newSlug();
    String id = create(slug, "Lamps").path("createCategory.category.id").entity(String.class).get();

    rename(admin(), id, "  Lights ")
        .path("renameCategory.category.name")
        .entity(String.class)
        .isEqualTo("Lights")
        .path("renameCategory.category.slug")
        .entity(String.class)
        .isEqualTo(slug);
    bySlug(slug).path("category.name").entity(String.class).isEqualTo("Lights");
  }

  @Test
  void renaming_checks_name_id_and_role() {
    String id =
        create(newSlug(), "x").path("createCategory.category.id").entity(String.class).get();

    expectError(rename(admin(), id, " "), "renameCategory", "NAME_LENGTH", "name");
    expectError(rename(admin(), id, "n".repeat(101)), "renameCategory", "NAME_LENGTH", "name");
    for (String missing : List.of(UUID.randomUUID().toString(), "no-uuid")) {
      expectError(rename(admin(), missing, "y"), "renameCategory", "CATEGORY_NOT_FOUND", "id");
    }
    expectRequestError(rename(subgraph.anonymous(), id, "y"), "UNAUTHENTICATED");
    expectRequestError(rename(aSeller(), id, "y"), "FORBIDDEN");
  }

  @Test
  void empty_category_is_deleted_once() {
    String slug = newSlug();
    String id = create(slug, "x").path("createCategory.category.id").entity(String.class).get();

    delete(admin(), id).path("deleteCategory.id").entity(String.class).isEqualTo(id);

    bySlug(slug).path("category").valueIsNull();
    expectDeleteError(delete(admin(), id), "CATEGORY_NOT_FOUND");
    expectDeleteError(delete(admin(), "no-uuid"), "CATEGORY_NOT_FOUND");
    expectRequestError(delete(subgraph.anonymous(), id), "UNAUTHENTICATED");
    expectRequestError(delete(aSeller(), id), "FORBIDDEN");
  }

  @Test
  void category_of_a_product_is_not_deleted_not_even_of_an_archived_one() {
    String slug = shops.category();
    Shop shop = shops.open();
    UUID product = shop.product(Map.of("category", slug));
    String id = bySlug(slug).path("category.id").entity(String.class).get();

    expectDeleteError(delete(admin(), id), "CATEGORY_IN_USE");
    shop.archive(product, 1);
    expectDeleteError(delete(admin(), id), "CATEGORY_IN_USE");
  }

  @Test
  void product_never_ends_in_a_category_that_is_deleted_meanwhile() {
    Shop shop = shops.open();
    for (int round = 0; round < 5; round++) {
      String slug = shops.category();
      String id = bySlug(slug).path("category.id").entity(String.class).get();

      List<Integer> errors =
          Race.of(
              4,
              i ->
                  i == 0
                      ? errors(delete(admin(), id), "deleteCategory")
                      : errors(shop.create(Map.of("category", slug)), "createProduct"));

      boolean deleted = errors.getFirst() == 0;
      assertThat(errors.subList(1, 4)).containsOnly(deleted ? 1 : 0);
    }
  }

  @Test
  void nul_character_is_bad_input() {
    expectRequestError(create(newSlug(), "a\u0000b"), "BAD_USER_INPUT");
  }

  @Test
  void entities_come_in_order_with_null_where_missing_in_one_statement() {
    String slug = newSlug();
    String id = create(slug, "Name").path("createCategory.category.id").entity(String.class).get();

    int count =
        statements.of(
            () ->
                subgraph
                    .anonymous()
                    .document(
                        "query ($r: [_Any!]!) { _entities(representations: $r) {"
                            + " ... on Category { slug } } }")
                    .variable(
                        "r",
                        List.of(
                            Map.of("__typename", "Category", "id", "no-uuid"),
                            Map.of("__typename", "Category", "id", id)))
                    .execute()
                    .path("_entities[0]")
                    .valueIsNull()
                    .path("_entities[1].slug")
                    .entity(String.class)
                    .isEqualTo(slug));

    assertThat(count).isOne();
  }

  private GraphQlTester.Response bySlug(String slug) {
    return subgraph
        .anonymous()
        .document("query ($slug: String!) { category(slug: $slug) { id name } }")
        .variable("slug", slug)
        .execute();
  }

  private HttpGraphQlTester admin() {
    return subgraph.with(TestIssuer.admin(UUID.randomUUID()));
  }

  private HttpGraphQlTester aSeller() {
    return subgraph.with(TestIssuer.seller(UUID.randomUUID(), UUID.randomUUID()));
  }

  private static GraphQlTester.Response rename(HttpGraphQlTester who, String id, String name) {
    return who.document(
            "mutation ($input: RenameCategoryInput!) { renameCategory(input: $input) {"
                + " category { id slug name } errors { code message path } } }")
        .variable("input", Map.of("id", id, "name", name))
        .execute();
  }

  private static GraphQlTester.Response delete(HttpGraphQlTester who, String id) {
    return who.document(
            "mutation ($input: DeleteCategoryInput!) { deleteCategory(input: $input) {"
                + " id errors { code message path } } }")
        .variable("input", Map.of("id", id))
        .execute();
  }

  private static int errors(GraphQlTester.Response response, String mutation) {
    return response.path(mutation + ".errors").entityList(Object.class).get().size();
  }

  private static void expectDeleteError(GraphQlTester.Response response, String code) {
    response
        .path("deleteCategory.id")
        .valueIsNull()
        .path("deleteCategory.errors[*].code")
        .entityList(String.class)
        .containsExactly(code);
  }

  private static String newSlug() {
    return Shop.newSku().toLowerCase(java.util.Locale.ROOT);
  }

  private GraphQlTester.Response create(String slug, String name) {
    return create(subgraph.with(TestIssuer.admin(UUID.randomUUID())), slug, name);
  }

  private static GraphQlTester.Response create(HttpGraphQlTester who, String slug, String name) {
    return who.document(
            "mutation ($input: CreateCategoryInput!) { createCategory(input: $input) {"
                + " category { id slug name } errors { code message path } } }")
        .variable("input", Map.of("slug", slug, "name", name))
        .execute();
  }
}
