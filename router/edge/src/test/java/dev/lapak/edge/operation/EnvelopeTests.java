package dev.lapak.edge.operation;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.PERSISTED_QUERY_NOT_SUPPORTED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.platform.error.RequestErrorCode;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTests {

  @Test
  void reads_what_it_needs_and_skips_the_rest() {
    Envelope envelope =
        read(
            """
            {"variables":{"query":"not this","a":[1,{"b":null}]},"more":[{}],"extensions":{"x":{"y":1}},
             "operationName":"Ä","query":"{ \\u0061 }"}
            """);
    assertThat(envelope).isEqualTo(new Envelope("{ a }", "Ä"));
  }

  @Test
  void takes_null_for_what_may_be_left_out() {
    assertThat(
            read(
                "{\"query\":\"{a}\",\"operationName\":null,\"variables\":null,\"extensions\":null}"))
        .isEqualTo(new Envelope("{a}", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "{",
        "{\"query\":\"{a}\"",
        "{\"query\":\"{a}\"} {}",
        "{\"query\":\"{a}\"}]",
        "[{\"query\":\"{a}\"}]",
        "\"{a}\"",
        "null",
        "{}",
        "{\"query\":null}",
        "{\"query\":\"\"}",
        "{\"query\":\" \"}",
        "{\"query\":1}",
        "{\"query\":{\"a\":1}}",
        "{\"query\":\"{a}\",\"operationName\":1}",
        "{\"query\":\"{a}\",\"variables\":[]}",
        "{\"query\":\"{a}\",\"variables\":\"{}\"}",
        "{\"query\":\"{a}\",\"extensions\":1}",
        "{\"query\":\"{a}\",\"query\":\"{b}\"}",
        "{\"query\":\"{a}\",\"qu\\u0065ry\":\"{b}\"}",
        "{\"query\":\"{a}\",\"variables\":{},\"variables\":{}}",
        "{'query':'{a}'}",
        "\ufeff{\"query\":\"{a}\"}",
        "{\"query\":\"{a}\",\"variables\":{\"a\":1,\"a\":2}}",
        "{\"query\":\"{a}\",\"variables\":{\"a\":[{\"b\":{\"c\":1,\"c\":1}}]}}",
        "{\"query\":\"{a}\",\"extensions\":{\"a\":1,\"a\":2}}",
        "{\"query\":\"{a}\",\"more\":{\"a\":1,\"a\":2}}"
      })
  void refuses_what_is_no_request(String body) {
    assertThat(refused(body)).isEqualTo(BAD_REQUEST);
  }

  @Test
  void refuses_what_is_not_UTF_8() {
    String body = "{\"query\":\"{ä}\"}";
    assertThat(read(body).query()).isEqualTo("{ä}");
    for (Charset other : List.of(UTF_16BE, UTF_16LE, UTF_16, ISO_8859_1)) {
      assertThat(refused(body.getBytes(other))).isEqualTo(BAD_REQUEST);
    }
  }

  @Test
  void refuses_a_hash_for_a_document() {
    String hash = "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ab\"}}";
    assertThat(refused("{" + hash + "}")).isEqualTo(PERSISTED_QUERY_NOT_SUPPORTED);
    assertThat(refused("{\"query\":\"{a}\"," + hash + "}"))
        .isEqualTo(PERSISTED_QUERY_NOT_SUPPORTED);
  }

  @Test
  void refuses_half_a_character_in_a_name() {
    byte[] body = "{\"query\":\"{a}\",\"variables\":{\"a\":{\"x\\ud800y\":1}}}".getBytes(UTF_8);
    for (Function<byte[], ?> reading :
        List.<Function<byte[], ?>>of(Envelope::variables, Envelope::exactVariables)) {
      assertThatThrownBy(() -> reading.apply(body)).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void refuses_variables_without_a_bottom() {
    String body =
        "{\"query\":\"{a}\",\"variables\":{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}}";
    assertThat(refused(body)).isEqualTo(BAD_REQUEST);
  }

  private static Envelope read(String body) {
    return Envelope.read(body.getBytes(UTF_8));
  }

  private static RequestErrorCode refused(String body) {
    return refused(body.getBytes(UTF_8));
  }

  private static RequestErrorCode refused(byte[] body) {
    return catchThrowableOfType(RefusedException.class, () -> Envelope.read(body)).refusal().code();
  }
}
