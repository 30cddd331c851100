package dev.lapak.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractVerifierTests {

  private static final String CONTRACT = ContractVerifier.contract("sample");

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "viewer: ID > viewer: ID!",
        "viewer: ID > viewers: ID",
        "caller: String! > ''",
        "The viewer's id. > The viewer's identity.",
        "Two lines: a contract has such. > Two lines, indeed.",
        "An exact decimal number > A number",
        "As resolvers refuse. > ''",
        "(how: Failure! = UNEXPECTED) > (how: Failure! = REFUSED)",
        "(how: Failure! = UNEXPECTED) > (how: Failure!)",
        "(first: Int! = 2, after: String) > (first: Int! = 2)",
        "text: String! = \"\" > text: String!",
        "REFUSED > DENIED",
        "forOrders: Boolean! @inaccessible > forOrders: Boolean!",
        "type Echo @shareable > type Echo",
        "'type Thing @key(fields: \"id\")' > type Thing",
        "', resolvable: false' > ''",
        "@key(fields: \"id\", resolvable: false) > @key(fields: \"id\")",
        "federation/v2.9 > federation/v2.8",
        "scalar Currency > ''",
      })
  void difference_fails(String contract, String running) {
    assertThat(CONTRACT).contains(contract);

    assertThatThrownBy(
            () -> ContractVerifier.compare(CONTRACT.replace(contract, running), CONTRACT))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void additional_field_fails() {
    String more = CONTRACT.replace("caller: String!", "caller: String!\n  extra: Int");

    assertThatThrownBy(() -> ContractVerifier.compare(more, CONTRACT))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void additional_type_fails() {
    assertThatThrownBy(() -> ContractVerifier.compare(CONTRACT + "type Extra { a: Int }", CONTRACT))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "\"The viewer's id.\" > \"\"\"The viewer's id.\"\"\"",
        "@key(fields: \"id\") { > @key(fields: \"id\", resolvable: true) {",
        "(first: Int! = 2, after: String) > '(after: String first: Int! = 2)'",
        "type Query > type _Service { sdl: String } type Query",
        "caller: String! > caller: String! _service: _Service!",
      })
  void other_writing_of_the_same_passes(String contract, String running) {
    assertThat(CONTRACT).contains(contract);

    ContractVerifier.compare(CONTRACT.replace(contract, running), CONTRACT);
  }

  @Test
  void comment_passes() {
    ContractVerifier.compare(CONTRACT + "\n# The end.\n", CONTRACT);
  }
}
