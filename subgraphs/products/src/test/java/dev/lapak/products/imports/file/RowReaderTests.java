package dev.lapak.products.imports.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.RowError;
import dev.lapak.products.imports.RowErrorCode;
import dev.lapak.products.imports.file.Slice.RawRow;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTests {

  private static final Currency GBP = Currency.getInstance("GBP");
  private static final List<String> COLUMNS =
      List.of("sku", "title", "stock", "price", "category", "tags", "description", "currency");

  @Test
  void a_csv_row_says_what_its_columns_name() {
    assertThat(csv("A-1,\"Mug, \"\"big\"\"\n\",7, 2.55 ,kitchen,a| b |,,EUR"))
        .isEqualTo(
            new Row.Said(
                3,
                "A-1",
                "Mug, \"big\"\n",
                "",
                new BigDecimal("2.55"),
                Currency.getInstance("EUR"),
                new Row.CategoryName("kitchen"),
                List.of("a", " b ", "")));
    assertThat(csv("A-1,t,7,1,,,,"))
        .isEqualTo(
            new Row.Said(
                3, "A-1", "t", "", BigDecimal.ONE, GBP, new Row.CategoryName(null), List.of()));
    assertThat(read(ImportFormat.CSV, List.of("price", "sku"), bytes("3,B")))
        .isEqualTo(new Row.Said(3, "B", null, null, new BigDecimal(3), GBP, null, null));
  }

  @Test
  void a_json_line_says_what_its_members_name() {
    assertThat(
            json(
                """
                {"sku": "A-1", "title": "Mug 🛒", "price": 0.1, "category": null, "tags": ["a"], "x": {}}"""))
        .isEqualTo(
            new Row.Said(
                3,
                "A-1",
                "Mug 🛒",
                null,
                new BigDecimal("0.1"),
                GBP,
                new Row.CategoryName(null),
                List.of("a")));
    assertThat(json("{\"sku\": \"A\", \"price\": \"2.5501\"}"))
        .isEqualTo(new Row.Said(3, "A", null, null, new BigDecimal("2.5501"), GBP, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-1",
        "A-1,t,7,1,,,",
        "A-1,t,7,1,,,,,",
        "\"A\"-1,t,7,1,,,,",
        "A\u0000,t,7,1,,,,",
        "A,t\rB,7,1,,,,"
      })
  void a_csv_row_of_another_form_is_malformed(String row) {
    assertThat(code(csv(row))).isEqualTo(RowErrorCode.ROW_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "[]",
        "1",
        "{",
        "{} {}",
        "{\"sku\": \"a\", \"sku\": \"b\"}",
        "{\"sku\": \"a\", \"x\": 1, \"x\": 2}",
        "{\"sku\": 1}",
        "{\"sku\": \"a\", \"title\": \"\\u0000\"}",
        "{\"sku\": \"a\", \"title\": \"\\ud83d\"}",
        "{\"sku\": \"a\", \"tags\": [\"\\ud83d\"]}"
      })
  void a_json_line_of_another_form_is_malformed(String row) {
    assertThat(code(json(row))).isEqualTo(RowErrorCode.ROW_MALFORMED);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`'tags': 'a'`, tags, TAGS_INVALID",
        "`'tags': ['a', 1]`, tags, TAGS_INVALID",
        "`'price': true`, price, PRICE_INVALID",
        "`'price': [1]`, price, PRICE_INVALID",
        "`'price': 1e2147483648`, price, PRICE_INVALID",
        "`'title': 1e2147483648`, title, ROW_MALFORMED",
        "`'description': {}`, description, ROW_MALFORMED",
        "`'category': false`, category, ROW_MALFORMED",
        "`'currency': 5`, currency, ROW_MALFORMED",
        "`'title': '\\u0000'`, title, ROW_MALFORMED",
        "`'tags': ['\\ud83d']`, tags, ROW_MALFORMED"
      })
  void what_is_wrong_with_a_member_is_told_with_its_sku(
      String member, String field, RowErrorCode code) {
    assertThat(json("{" + member.replace('\'', '"') + ", \"sku\": \"A-1\"}"))
        .isInstanceOfSatisfying(
            Row.Bad.class,
            bad ->
                assertThat(
                        List.of(
                            bad.error().line(),
                            bad.error().sku(),
                            bad.error().field(),
                            bad.error().code()))
                    .containsExactly(3, "A-1", field, code));
  }

  @Test
  void what_is_wrong_with_a_cell_is_told_with_its_sku() {
    assertThat(csv("A-1,t\0,7,1,,,,"))
        .isInstanceOfSatisfying(
            Row.Bad.class,
            bad -> {
              assertThat(bad.error().sku()).isEqualTo("A-1");
              assertThat(bad.error().field()).isEqualTo("title");
            });
    assertThat(csv("A-1,t,7\0,1,,,,")).isInstanceOf(Row.Said.class);
  }

  @Test
  void what_is_not_utf_8_is_malformed() {
    assertThat(code(read(ImportFormat.CSV, List.of("sku"), "\u00e9".getBytes(ISO_8859_1))))
        .isEqualTo(RowErrorCode.ROW_MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "'one', PRICE_INVALID",
    "'1,5', PRICE_INVALID",
    "'1e3', PRICE_INVALID",
    "'', PRICE_INVALID",
    "'1234567890123456', PRICE_INVALID",
    "'£1', PRICE_INVALID",
  })
  void a_price_is_a_decimal(String price, RowErrorCode code) {
    assertThat(code(read(ImportFormat.CSV, List.of("sku", "price"), bytes("a,\"" + price + "\""))))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e99",
        "1e999999999",
        "1e-99",
        "1e2147483648",
        "1e-2147483648",
        "1e2147483647",
        "1e-2147483647",
        "1e99999999999"
      })
  void a_json_number_of_very_many_digits_is_none(String price) {
    assertThat(code(json("{\"sku\": \"a\", \"price\": " + price + "}")))
        .isEqualTo(RowErrorCode.PRICE_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "-1e-99999999999", "[[1e2147483648]]"})
  void what_a_json_line_says_under_other_names_means_nothing(String ignored) {
    assertThat(json("{\"sku\": \"a\", \"x\": " + ignored + "}")).isInstanceOf(Row.Said.class);
  }

  @Test
  void a_row_that_its_reader_fails_at_is_malformed_like_any() {
    Row row =
        new RowReader(
                text -> {
                  throw new IllegalStateException("a fault");
                },
                GBP)
            .read(raw(bytes("a")));
    assertThat(row)
        .isEqualTo(
            new Row.Bad(
                new RowError(3, null, null, RowErrorCode.ROW_MALFORMED, "The row can't be read.")));
  }

  @Test
  void a_row_has_a_sku_and_a_currency_that_exists() {
    assertThat(code(json("{}"))).isEqualTo(RowErrorCode.FIELD_MISSING);
    assertThat(code(json("{\"sku\": \"a\", \"currency\": \"pounds\"}")))
        .isEqualTo(RowErrorCode.WRONG_CURRENCY);
  }

  @Test
  void a_header_names_the_sku_and_nothing_twice() {
    assertThat(CsvFields.columns(raw(bytes(" SKU ,Title,\"stock\""))))
        .containsExactly("sku", "title", "stock");
    assertThat(CsvFields.ignored(COLUMNS)).containsExactly("stock");
    for (String wrong :
        List.of(
            "title", "sku,sku", "sku;title", "\"sku\"x", "sku,a\0", "sku" + ",x".repeat(20_000))) {
      assertThatThrownBy(() -> CsvFields.columns(raw(bytes(wrong))))
          .isInstanceOf(HeaderException.class);
    }
  }

  private static Row csv(String row) {
    return read(ImportFormat.CSV, COLUMNS, bytes(row));
  }

  private static Row json(String row) {
    return read(ImportFormat.JSON_LINES, List.of(), bytes(row));
  }

  private static Row read(ImportFormat format, List<String> columns, byte[] row) {
    return RowReader.of(format, columns, GBP).read(raw(row));
  }

  private static RawRow raw(byte[] row) {
    return new RawRow(3, row, Slice.Form.WHOLE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static @Nullable RowErrorCode code(Row row) {
    return row instanceof Row.Bad bad ? bad.error().code() : null;
  }
}
