package dev.lapak.products.category;

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
    expectError(create("s".repeat(65), "n"), "SLUG_INVALID", "slug");
    expectError(create(newSlug(), "n".repeat(101)), "NAME_LENGTH", "name");
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
    expectError(create(slug, name), code, field);
  }

  @Test
  void slug_is_unique() {
    String slug = newSlug();
    create(slug, "First");

    expectError(create(slug, "Second"), "SLUG_TAKEN", "slug");
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

  private static void expectError(GraphQlTester.Response response, String code, String field) {
    response
        .path("createCategory.category")
        .valueIsNull()
        .path("createCategory.errors[*].code")
        .entityList(String.class)
        .containsExactly(code)
        .path("createCategory.errors[0].path")
        .entityList(String.class)
        .containsExactly(field);
  }

  private static void expectRequestError(GraphQlTester.Response response, String code) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        error -> assertThat(error.getExtensions()).containsEntry("code", code)));
  }
}
