package dev.lapak.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.SubgraphTest;
import dev.lapak.platform.testing.SubgraphTester;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What clients are told, and not told, when something is wrong. */
@SubgraphTest(properties = "spring.config.name=sample")
@ExtendWith(OutputCaptureExtension.class)
class ErrorTests {

  private static final UUID FOUND = UUID.randomUUID();

  @Autowired SubgraphTester subgraph;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ viewer                            | GRAPHQL_PARSE_FAILED",
        "''                                  | GRAPHQL_PARSE_FAILED",
        "{ nothing }                         | GRAPHQL_VALIDATION_FAILED",
        "{ viewer { id } }                   | GRAPHQL_VALIDATION_FAILED",
        "query A { viewer } query A { viewer } | GRAPHQL_VALIDATION_FAILED",
        "{ echo(amount: 1.5) { id } }        | GRAPHQL_VALIDATION_FAILED",
        "{ echo(amount: \"1.23456\") { id } } | GRAPHQL_VALIDATION_FAILED",
        "{ echo(currency: \"pounds\") { id } } | GRAPHQL_VALIDATION_FAILED",
        "{ echo(at: \"yesterday\") { id } }  | GRAPHQL_VALIDATION_FAILED",
        "{ fail(how: BADLY) }                | GRAPHQL_VALIDATION_FAILED",
        "{ things(first: 2147483648) { totalCount } } | GRAPHQL_VALIDATION_FAILED",
        "{ things(first: 0) { totalCount } } | BAD_USER_INPUT",
        "{ things(after: \"x\") { totalCount } } | BAD_USER_INPUT",
        "mutation { viewer }                 | GRAPHQL_VALIDATION_FAILED",
        "{ echo(note: {urgency: 11}) { id } } | BAD_USER_INPUT",
        "{ fail(how: REFUSED) }              | NOT_FOUND",
        "{ fail(how: NUL_CHARACTER) }        | BAD_USER_INPUT",
        "{ fail }                            | INTERNAL",
        "{ fail(how: UNEXPECTED_LATER) }     | INTERNAL",
        "{ failingThings { id } }            | TRY_AGAIN",
      })
  void each_fault_has_its_code(String document, String code) {
    expectCode(subgraph.anonymous().document(document), code);
  }

  @ParameterizedTest
  @CsvSource({
    "amount, Decimal, 1.23456",
    "amount, Decimal, 1e3",
    "amount, Decimal, NaN",
    "amount, Decimal, 1234567890123456",
    "currency, Currency, pounds",
    "at, DateTime, yesterday",
    "at, DateTime, +294277-01-01T00:00:00Z",
    "at, DateTime, 10000-01-01T00:00:00Z",
    "at, DateTime, 0000-12-31T00:00:00Z",
    "at, DateTime, -0001-01-01T00:00:00Z",
    "at, DateTime, 9999-12-31T23:59:59-01:00",
    "at, DateTime, 0001-01-01T00:00:00+01:00",
    "at, DateTime, 2026-02-30T00:00:00Z",
    "at, DateTime, 2026-01-31T24:00:00Z",
    "at, DateTime, 2026-01-31T12:00Z",
    "at, DateTime, 2026-01-31T12:00:00",
    "at, DateTime, 2026-01-31T12:00:00+01",
    "at, DateTime, 2026-01-31T12:00:00+19:00",
    "at, DateTime, 2026-01-31T12:00:00.Z",
    "at, DateTime, 2026-01-31T12:00:00.1234567890Z",
    "at, DateTime, 2026-01-31 12:00:00Z",
  })
  void variable_of_another_form_has_its_code(String argument, String type, String value) {
    expectCode(
        subgraph
            .anonymous()
            .document("query ($v: %s) { echo(%s: $v) { id } }".formatted(type, argument))
            .variable("v", value),
        "BAD_USER_INPUT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "currency | Currency | \"gbp\" | The argument 'currency' is not a valid 'Currency'. A Currency is one of ISO 4217's codes in capitals, such as \"GBP\".",
        "currency | Currency | \"XYZ\" | The argument 'currency' is not a valid 'Currency'. A Currency is one of ISO 4217's codes in capitals, such as \"GBP\".",
        "currency | Currency | 7 | The argument 'currency' is not a valid 'Currency'. A Currency is one of ISO 4217's codes in capitals, such as \"GBP\".",
        "at | DateTime | \"yesterday\" | The argument 'at' is not a valid 'DateTime'. A DateTime is an instant with its offset by RFC 3339, such as \"2026-01-31T12:00:00Z\", of the years 0001 to 9999 in UTC.",
        "amount | Decimal | \"x\" | The argument 'amount' is not a valid 'Decimal'. A Decimal is a string of at most 15 digits before and 4 after the point, such as \"2.55\".",
        "note | NoteInput | {text: FOO} | The argument 'note.text' is not a valid 'String'.",
        "note | NoteInput | {text: null} | The argument 'note.text' must not be null.",
        "note | NoteInput | FOO | The argument 'note' must be an object type.",
        "note | NoteInput | {words: FOO} | The argument 'note' contains a field not in 'NoteInput': 'words'.",
      })
  void value_of_another_form_is_told_without_the_names_of_classes(
      String argument, String type, String value, String message) {
    assertThat(
            errors(
                    subgraph
                        .anonymous()
                        .document("{ echo(%s: %s) { id } }".formatted(argument, value)))
                .getFirst()
                .getMessage())
        .isEqualTo(message);
    if (value.startsWith("\"")) {
      assertThat(
              errors(
                      subgraph
                          .anonymous()
                          .document(
                              "query ($v: %s) { echo(%s: $v) { id } }".formatted(type, argument))
                          .variable("v", value.replace("\"", "")))
                  .getFirst()
                  .getMessage())
          .doesNotContain("because", "java", "Value{")
          .contains("such as");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999Z",
    "2026-01-31t12:00:00.5z, 2026-01-31T12:00:00.500Z",
    "2026-01-31T12:00:00-00:00, 2026-01-31T12:00:00.000Z",
    "2026-01-31T12:00:00+14:00, 2026-01-30T22:00:00.000Z",
    "2026-01-31T12:00:00-18:00, 2026-02-01T06:00:00.000Z",
  })
  void time_by_RFC_3339_is_read(String sent, String read) {
    subgraph
        .anonymous()
        .document(
            "query ($v: DateTime) { as: echo(at: $v) { at } asLiteral: echo(at: \"%s\") { at } }"
                .formatted(sent))
        .variable("v", sent)
        .execute()
        .path("as.at")
        .entity(String.class)
        .isEqualTo(read)
        .path("asLiteral.at")
        .entity(String.class)
        .isEqualTo(read);
  }

  @Test
  void missing_variable_has_its_code() {
    expectCode(
        subgraph.anonymous().document("query ($v: Failure!) { fail(how: $v) }"), "BAD_USER_INPUT");
  }

  /**
   * GraphQL lets a nullable variable stand where an argument has a default, and finds out later.
   */
  @Test
  void null_for_an_argument_that_has_a_default_has_its_code() {
    expectCode(
        subgraph
            .anonymous()
            .document("query ($v: Int) { things(first: $v) { pageInfo { endCursor } } }")
            .variable("v", null),
        "BAD_USER_INPUT");
    expectCode(
        subgraph
            .anonymous()
            .document("query ($v: String) { echo(note: {text: $v}) { id } }")
            .variable("v", null),
        "BAD_USER_INPUT");
  }

  @Test
  void unknown_operation_has_its_code() {
    expectCode(
        subgraph.anonymous().document("query A { viewer } query B { viewer }").operationName("C"),
        "GRAPHQL_VALIDATION_FAILED");
  }

  @Test
  void number_is_no_decimal() {
    expectCode(
        subgraph
            .anonymous()
            .document("query ($v: Decimal) { echo(amount: $v) { id } }")
            .variable("v", 1.5),
        "BAD_USER_INPUT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2.55", "999999999999999.9999", "0.0001"})
  void decimal_stays_exact(String amount) {
    subgraph
        .anonymous()
        .document("query ($v: Decimal) { echo(amount: $v) { amount } }")
        .variable("v", amount)
        .execute()
        .path("echo.amount")
        .entity(String.class)
        .isEqualTo(amount);
  }

  @Test
  void malformed_ids_name_nothing_and_are_not_one() {
    List<String> malformed = List.of("", " ", "7", "8", "not-a-uuid", "🛒");
    List<UUID> read = malformed.stream().map(this::echoed).toList();
    // No id of ours is made from a name.
    assertThat(read).doesNotHaveDuplicates().allMatch(id -> id.version() == 3);
    assertThat(malformed.stream().map(this::echoed)).isEqualTo(read);
  }

  private UUID echoed(String id) {
    return subgraph
        .anonymous()
        .document("query ($v: ID) { echo(id: $v) { id } }")
        .variable("v", id)
        .execute()
        .path("echo.id")
        .entity(UUID.class)
        .get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNEXPECTED", "UNEXPECTED_LATER"})
  void fault_of_ours_is_logged_and_not_told(String how, CapturedOutput output) {
    List<ResponseError> errors =
        errors(
            subgraph
                .anonymous()
                .document("query ($how: Failure!) { fail(how: $how) }")
                .variable("how", how));

    assertThat(errors)
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage()).isEqualTo("Something went wrong on our side.");
              assertThat(error.toString()).doesNotContain(SampleController.SECRET);
              assertThat(output.toString().lines())
                  .anyMatch(line -> line.contains((String) error.getExtensions().get("traceId")));
            });
    assertThat(output).contains(SampleController.SECRET);
  }

  @Test
  void null_that_the_contract_does_not_allow_is_a_fault_of_ours(CapturedOutput output) {
    List<ResponseError> errors = errors(subgraph.anonymous().document("{ thingless { name } }"));

    assertThat(errors)
        .singleElement()
        .satisfies(
            error -> assertThat(error.getMessage()).isEqualTo("Something went wrong on our side."));
    assertThat(output.toString().lines())
        .anyMatch(
            line ->
                line.contains("thingless")
                    && line.contains((String) errors.getFirst().getExtensions().get("traceId")));
  }

  @Test
  void entities_come_in_order_with_null_where_missing() {
    entities("Thing", FOUND, SampleController.MISSING, "no-uuid", FOUND)
        .execute()
        .path("_entities[*].name")
        .entityList(String.class)
        .containsExactly("Thing " + FOUND, "Thing " + FOUND)
        .path("_entities[1]")
        .valueIsNull()
        .path("_entities[2]")
        .valueIsNull();
  }

  @Test
  void no_entities_asked_are_none() {
    entities("Thing").execute().path("_entities").entityList(Object.class).hasSize(0);
  }

  @Test
  void entities_that_fail_do_not_tell_why(CapturedOutput output) {
    List<ResponseError> errors = errors(entities("Thing", FOUND, SampleController.BROKEN));

    assertThat(errors)
        .hasSize(2)
        .allSatisfy(
            error -> {
              assertThat(error.getExtensions()).containsEntry("code", "INTERNAL");
              assertThat(error.getMessage()).isEqualTo("Something went wrong on our side.");
            });
    assertThat(output).contains(SampleController.SECRET);
  }

  @Test
  void entity_of_another_type_is_refused() {
    expectCode(entities("Foreign", FOUND), "BAD_USER_INPUT");
  }

  @Test
  void entity_without_type_is_refused() {
    expectCode(entities(List.of(Map.of("id", FOUND.toString()))), "BAD_USER_INPUT");
  }

  @Test
  void total_is_counted_only_where_asked_for() {
    int before = SampleController.COUNTS.get();

    subgraph
        .anonymous()
        .document("{ things { edges { node { name } } pageInfo { hasNextPage } } }")
        .execute()
        .path("things.pageInfo.hasNextPage")
        .entity(Boolean.class)
        .isEqualTo(true);
    assertThat(SampleController.COUNTS).hasValue(before);

    subgraph
        .anonymous()
        .document("{ things { totalCount } }")
        .execute()
        .path("things.totalCount")
        .entity(Integer.class)
        .isEqualTo(5);
    assertThat(SampleController.COUNTS).hasValue(before + 1);
  }

  private GraphQlTester.Request<?> entities(String type, Object... ids) {
    return entities(
        java.util.Arrays.stream(ids)
            .map(id -> Map.<String, Object>of("__typename", type, "id", id.toString()))
            .toList());
  }

  private GraphQlTester.Request<?> entities(List<? extends Map<String, ?>> representations) {
    return subgraph
        .anonymous()
        .document(
            "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { name } } }")
        .variable("r", representations);
  }

  private static void expectCode(GraphQlTester.Request<?> request, String code) {
    assertThat(errors(request))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error.getExtensions()).containsEntry("code", code));
  }

  private static List<ResponseError> errors(GraphQlTester.Request<?> request) {
    List<ResponseError> found = new java.util.ArrayList<>();
    request.execute().errors().satisfy(found::addAll);
    return found;
  }
}
