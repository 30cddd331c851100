package dev.lapak.load.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationTests {

  private static final Expectation TWO_TOTALS = new Expectation("total", 2);

  @Test
  void is_met_by_as_many_values_at_any_depth() {
    assertThat(problem("{\"data\":{\"a\":{\"total\":0},\"b\":[{\"total\":7}]}}")).isEmpty();
  }

  @Test
  void is_met_when_a_payload_has_no_errors() {
    assertThat(problem("{\"data\":{\"x\":{\"errors\":[],\"total\":1,\"y\":{\"total\":2}}}}"))
        .isEmpty();
  }

  @Test
  void is_not_met_when_a_value_is_missing() {
    assertThat(problem("{\"data\":{\"a\":{\"total\":1},\"b\":{\"total\":null}}}"))
        .contains("total 1 times, not 2");
  }

  @Test
  void is_not_met_by_a_value_too_many() {
    assertThat(problem("{\"a\":{\"total\":1},\"b\":{\"total\":2},\"c\":{\"total\":3}}"))
        .contains("total 3 times, not 2");
  }

  @Test
  void is_not_met_when_graphql_answers_errors_beside_the_data() {
    assertThat(
            problem(
                """
                {"data":{"a":{"total":1},"b":{"total":2}},
                 "errors" : [ {"message":"Away.","path":["b",0,"c"],"locations":[{"line":1}],
                   "extensions":{"code":"DOWN"}}, {"message":"More."}]}
                """))
        .contains("DOWN: Away.");
  }

  @Test
  void is_not_met_when_a_payload_has_errors() {
    assertThat(
            problem(
                """
                {"data":{"checkout":{"purchase":null,"errors":[{"code":"OUT_OF_STOCK","message":"Sold."}]}}}
                """))
        .contains("OUT_OF_STOCK: Sold.");
  }

  @Test
  void is_not_met_by_what_is_no_json() {
    assertThat(problem("<html>")).contains("no JSON");
    assertThat(problem("{\"total\":1,\"data\":{\"total\"")).contains("no JSON");
    assertThat(problem("")).isPresent();
  }

  @Test
  void looks_no_further_than_the_answer() {
    byte[] buffer = "{\"total\":1,\"b\":{\"total\":2}}garbage of an earlier answer".getBytes(UTF_8);

    assertThat(TWO_TOTALS.problem(buffer, 27)).isEmpty();
  }

  private static Optional<String> problem(String answer) {
    byte[] bytes = answer.getBytes(UTF_8);
    return TWO_TOTALS.problem(bytes, bytes.length);
  }
}
