package dev.lapak.edge.document;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.BAD_USER_INPUT;
import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_PARSE_FAILED;
import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_VALIDATION_FAILED;
import static dev.lapak.platform.error.RequestErrorCode.QUERY_TOO_DEEP;
import static dev.lapak.platform.error.RequestErrorCode.QUERY_TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.schema.ApiSchema;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.language.OperationDefinition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DocumentsTests {

  private static final ApiSchema SCHEMA =
      ApiSchema.parse(
          """
          type Query { at(time: DateTime, note: Note, many: [Decimal!], first: Int! = 1): Int }
          type Mutation { add(note: Note!): Int }
          input Note { text: String!, price: Decimal, next: [Note!] }
          scalar DateTime
          scalar Decimal
          """);

  private final Documents documents =
      new Documents(
          new DocumentProperties(20, 1_000_000, 15_000, DataSize.ofMegabytes(16)), SCHEMA.schema());

  @ParameterizedTest
  @CsvSource({
    "{ me { id } }, QUERY",
    "query { me { id } }, QUERY",
    "mutation { x }, MUTATION",
    "subscription { x { y } }, SUBSCRIPTION"
  })
  void knows_the_kind(String text, OperationDefinition.Operation kind) {
    assertThat(documents.operation(text, null).kind()).isEqualTo(kind);
  }

  @Test
  void takes_the_operation_that_is_named() {
    String text = "query A { a } mutation B { b { c } }";
    assertThat(documents.operation(text, "A").depth()).isEqualTo(1);
    assertThat(documents.operation(text, "B").depth()).isEqualTo(2);
    assertThat(documents.operation("query A { a }", null).name()).isEqualTo("A");
  }

  @Test
  void refuses_a_name_that_is_not_there_or_not_said() {
    String text = "query A { a } query B { b }";
    assertThat(refusal(text, "C").code()).isEqualTo(BAD_REQUEST);
    assertThat(refusal(text, "").code()).isEqualTo(BAD_REQUEST);
    assertThat(refusal(text, null).code()).isEqualTo(BAD_REQUEST);
    assertThat(refusal("fragment F on Q { a }", null).code()).isEqualTo(BAD_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ at(time: \"2026\") }",
        "{ at(time: {}) }",
        "{ at(many: [\"1\", 2]) }",
        "{ at(note: {text: \"\", price: 1.5}) }",
        "{ at(note: {text: \"\", next: [{text: \"\", price: \"x\"}]}) }",
        "{ at(note: {text: 1}) }",
        "{ at(note: {}) }",
        "mutation { add(note: null) }",
        "{ __typename ...F } fragment F on Query { at(first: 2147483648) }",
        "query ($v: DateTime = \"2026\") { at(time: $v) }",
        "query ($v: [Note!] = [{text: \"\", price: 1}]) { at(note: {text: \"\", next: $v}) }",
        "{ at @skip(if: 1) }",
      })
  void refuses_literals_that_do_not_fit_and_says_where(String text) {
    Refusal refusal = refusal(text, null);
    assertThat(refusal.code()).isEqualTo(GRAPHQL_VALIDATION_FAILED);
    assertThat(refusal.locations()).hasSize(1);
    assertThat(refusal.message()).doesNotContain("Value{", "graphql.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ at(time: \"2026-01-31T12:00:00Z\", many: \"1\") }",
        "{ at(time: null, note: {text: \"\", price: \"1.50\", next: {text: \"\"}}) }",
        "query ($t: String!, $p: Decimal) { at(note: {text: $t, price: $p}) }",
        "query ($v: DateTime = \"2026-01-31T12:00:00Z\", $n: Int) { at(time: $v, first: $n) }",
      })
  void takes_literals_that_fit(String text) {
    assertThat(documents.operation(text, null).depth()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query ($v: Boolean = true) { at @skip(if: $v) }",
        "mutation ($v: Boolean = false) { add(note: {text: \"\"}) @include(if: $v) }",
        "{ at } query Q($v: Boolean = true) { ...F } fragment F on Query { at @include(if: $v) }",
      })
  void refuses_a_condition_that_is_null(String text) {
    Variables variables = documents.operation(text, text.contains(" Q(") ? "Q" : null).variables();
    variables.require(Map.of());
    variables.require(Map.of("v", false));
    Refusal refusal = refusal(variables, Collections.singletonMap("v", null));
    assertThat(refusal.code()).isEqualTo(BAD_USER_INPUT);
    assertThat(refusal.message()).isEqualTo("Variable 'v' is null, which is no 'Boolean!'");
    assertThat(refusal.locations()).hasSize(1);
  }

  @Test
  void refuses_variables_that_are_not_what_a_scalar_of_ours_allows() {
    Variables time = documents.operation("query ($v: DateTime) { at(time: $v) }", null).variables();
    time.require(Collections.singletonMap("v", null));
    time.require(Map.of("v", "2026-01-31T12:00:00Z"));
    assertThat(refusal(time, Map.of("v", "2026")).code()).isEqualTo(BAD_USER_INPUT);
    Variables note = documents.operation("query ($v: Note) { at(note: $v) }", null).variables();
    note.require(Map.of("v", Map.of("text", "", "price", "1.50")));
    Refusal price =
        refusal(
            note,
            Map.of("v", Map.of("text", "", "next", List.of(Map.of("text", "", "price", 1.5)))));
    assertThat(price.code()).isEqualTo(BAD_USER_INPUT);
    assertThat(price.message()).startsWith("Variable 'v'").contains("A Decimal is a string");
    assertThat(refusal(note, Map.of("v", Map.of("price", "1"))).message())
        .isEqualTo(
            "Variable 'v' has an invalid value: Field 'text' is null, which is no 'String!'");
  }

  @Test
  void leaves_other_variables_to_the_router() {
    assertThat(
            documents
                .operation(
                    "query ($a: Int, $b: Boolean!, $c: Unknown = 1) { at(first: $a) @skip(if: $b) @include(if: $c) }",
                    null)
                .variables()
                .isEmpty())
        .isTrue();
  }

  @Test
  void counts_fields_through_fragments() {
    String text =
        """
        { a { ... on B { b { ...C } } x } }
        fragment C on C { c { ...D ...D } }
        fragment D on D { d }
        """;
    assertThat(documents.operation(text, null).depth()).isEqualTo(4);
  }

  @Test
  void takes_twenty_fields_and_not_one_more() {
    assertThat(documents.operation(deep(20), null).depth()).isEqualTo(20);
    assertThat(refusal(deep(21), null).code()).isEqualTo(QUERY_TOO_DEEP);
  }

  @Test
  void judges_only_the_operation_that_is_run() {
    String text = "query Shallow { a } query Deep " + deep(30);
    assertThat(documents.operation(text, "Shallow").depth()).isEqualTo(1);
    assertThat(refusal(text, "Deep").code()).isEqualTo(QUERY_TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 160, 200, 500, 10_000, 100_000})
  void refuses_what_would_overflow(int depth) {
    assertThat(refusal(deep(depth), null).code()).isEqualTo(QUERY_TOO_DEEP);
  }

  @Test
  void refuses_values_that_would_overflow() {
    String text = "{ a(x: " + "[".repeat(10_000) + "]".repeat(10_000) + ") }";
    assertThat(refusal(text, null).code()).isEqualTo(QUERY_TOO_DEEP);
  }

  @Test
  void refuses_a_chain_of_fragments_that_would_overflow() {
    String chain =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "fragment F%d on Q { ...F%d }".formatted(i, i + 1))
            .collect(Collectors.joining(" "));
    assertThat(refusal("{ ...F0 } " + chain + " fragment F1000 on Q { a }", null).code())
        .isEqualTo(QUERY_TOO_DEEP);
  }

  @Test
  void refuses_a_fragment_within_itself() {
    String text = "{ ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ...A } }";
    assertThat(refusal(text, null).code()).isEqualTo(GRAPHQL_VALIDATION_FAILED);
  }

  @Test
  void measures_fragments_that_multiply_at_once() {
    String doubling =
        IntStream.range(0, 100)
            .mapToObj(i -> "fragment F%d on Q { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(" "));
    assertThat(
            documents
                .operation("{ ...F0 } " + doubling + " fragment F100 on Q { a }", null)
                .depth())
        .isEqualTo(1);
  }

  @Test
  void says_where_the_syntax_breaks() {
    Refusal refusal = refusal("{ me {\n  id !\n} }", null);
    assertThat(refusal.code()).isEqualTo(GRAPHQL_PARSE_FAILED);
    assertThat(refusal.locations()).hasSize(1);
    assertThat(refusal.locations().getFirst().getLine()).isEqualTo(2);
    assertThat(refusal.message())
        .isEqualTo("The document is not GraphQL: unexpected '!' at line 2, column 6.");
    assertThat(refusal("{ me { id }", null).message())
        .isEqualTo("The document ends too early at line 1, column 12.");
    assertThat(refusal("{ me \u0000 }", null).message())
        .isEqualTo("The document is not GraphQL at line 1, column 6.");
    assertThat(refusal("{ me { id }", null).code()).isEqualTo(GRAPHQL_PARSE_FAILED);
  }

  @Test
  void refuses_one_token_too_many() {
    assertThat(documents.operation("{" + " a".repeat(14_997) + "}", null).depth()).isEqualTo(1);
    assertThat(refusal("{" + " a".repeat(15_000) + "}", null).code()).isEqualTo(QUERY_TOO_LARGE);
  }

  @Test
  void refuses_one_character_too_many() {
    String comment = "#" + "x".repeat(1_000_000 - 6) + "\n";
    assertThat(documents.operation(comment + "{ a}", null).depth()).isEqualTo(1);
    assertThat(refusal(comment + "{ a }", null).code()).isEqualTo(QUERY_TOO_LARGE);
  }

  @Test
  void lets_introspection_pass() {
    String text = IntrospectionQueryBuilder.build();
    assertThat(documents.operation(text, null).depth()).isBetween(10, 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ __type(name: \"User\") { name } at }",
        "{ at ... { ...Schema } } fragment Schema on Query { __schema { types { name } } }",
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "{ __schema { types { fields { ...More } } } }"
            + " fragment More on __Field { type { interfaces { possibleTypes { name } } } }"
      })
  void refuses_introspection_that_the_router_could_not_answer(String text) {
    Refusal refusal = refusal(text, null);
    assertThat(refusal.code()).isEqualTo(GRAPHQL_VALIDATION_FAILED);
    assertThat(refusal.locations()).hasSize(1);
  }

  @Test
  void judges_all_variables_of_what_the_router_answers_by_itself() {
    Operation type = documents.operation("query ($n: String!) { __type(name: $n) { name } }", null);
    assertThat(refusal(type.variables(), Map.of()).code()).isEqualTo(BAD_USER_INPUT);
    assertThat(refusal(type.variables(), Map.of("n", 5)).code()).isEqualTo(BAD_USER_INPUT);
    type.variables().require(Map.of("n", "User"));
    Operation typename =
        documents.operation("query ($no: Boolean!) { __typename @skip(if: $no) }", null);
    assertThat(refusal(typename.variables(), Map.of("no", "x")).code()).isEqualTo(BAD_USER_INPUT);
  }

  @Test
  void answers_the_same_again() {
    assertThat(refusal("{", null)).isEqualTo(refusal("{", null));
    assertThat(documents.operation("{ a }", null)).isEqualTo(documents.operation("{ a }", null));
  }

  private Refusal refusal(String text, @org.jspecify.annotations.Nullable String name) {
    return catchThrowableOfType(RefusedException.class, () -> documents.operation(text, name))
        .refusal();
  }

  /** {@code { a { a { a } } }} with so many fields. */
  private static String deep(int fields) {
    return "{ a ".repeat(fields) + "}".repeat(fields);
  }

  private static Refusal refusal(Variables variables, Map<String, @Nullable Object> values) {
    return catchThrowableOfType(RefusedException.class, () -> variables.require(values)).refusal();
  }
}
