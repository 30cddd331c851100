package dev.lapak.products.imports.file;

import static dev.lapak.products.imports.RowErrorCode.FIELD_MISSING;
import static dev.lapak.products.imports.RowErrorCode.PRICE_INVALID;
import static dev.lapak.products.imports.RowErrorCode.ROW_MALFORMED;
import static dev.lapak.products.imports.RowErrorCode.WRONG_CURRENCY;

import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.RowError;
import dev.lapak.products.imports.RowErrorCode;
import dev.lapak.products.imports.file.Row.CategoryName;
import dev.lapak.products.imports.file.Slice.RawRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sense of rows. */
public final class RowReader {

  private static final Logger log = LoggerFactory.getLogger(RowReader.class);

  /** As a Decimal is written; how many decimals a price has is for its rules. */
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

  private final Fields.Reader fields;
  private final Currency currency;

  RowReader(Fields.Reader fields, Currency currency) {
    this.fields = fields;
    this.currency = currency;
  }

  /**
   * @param columns of a CSV file, in their order
   * @param currency of prices that say none
   */
  public static RowReader of(ImportFormat format, List<String> columns, Currency currency) {
    return new RowReader(
        switch (format) {
          case CSV -> new CsvFields(columns);
          case JSON_LINES -> new JsonFields();
        },
        currency);
  }

  public Row read(RawRow raw) {
    try {
      return read(raw.line(), fields.of(raw.text()));
    } catch (MalformedRowException malformed) {
      return bad(raw.line(), null, malformed);
    } catch (RuntimeException failure) {
      // Whatever is in a row, the others come in.
      log.warn("The row at line {} can't be read: {}", raw.line(), failure.getClass().getName());
      log.debug("The row at line {} can't be read", raw.line(), failure);
      return bad(raw.line(), null, null, ROW_MALFORMED, "The row can't be read.");
    }
  }

  private Row read(int line, Fields said) {
    String sku = said.text("sku");
    if (sku == null) {
      return bad(line, null, "sku", FIELD_MISSING, "There is no sku.");
    }
    try {
      return read(line, sku, said);
    } catch (MalformedRowException malformed) {
      return bad(line, sku, malformed);
    }
  }

  private Row read(int line, String sku, Fields said) {
    BigDecimal price = null;
    String amount = said.text("price");
    if (amount != null) {
      if (!AMOUNT.matcher(amount.strip()).matches()) {
        return bad(line, sku, "price", PRICE_INVALID, "The price is not a number such as 2.55.");
      }
      price = new BigDecimal(amount.strip());
    }
    Currency paid = currency(said.text("currency"));
    if (paid == null) {
      return bad(line, sku, "currency", WRONG_CURRENCY, "There is no such currency.");
    }
    return new Row.Said(
        line,
        sku,
        said.text("title"),
        said.text("description"),
        price,
        paid,
        category(said),
        said.list("tags"));
  }

  private @Nullable Currency currency(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return currency;
    }
    try {
      return Currency.getInstance(code.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable CategoryName category(Fields said) {
    if (!said.has("category")) {
      return null;
    }
    String slug = said.text("category");
    return new CategoryName(slug == null || slug.isBlank() ? null : slug.strip());
  }

  /**
   * Not what neither PostgreSQL nor UTF-8 can hold.
   *
   * @param field that says it, if one does
   */
  static String storable(@Nullable String field, String text) {
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new MalformedRowException(
          field, ROW_MALFORMED, "There is U+0000 or half of a character in it.");
    }
    return text;
  }

  private static Row bad(int line, @Nullable String sku, MalformedRowException why) {
    return bad(line, sku, why.field(), why.code(), why.reason());
  }

  private static Row bad(
      int line, @Nullable String sku, @Nullable String field, RowErrorCode code, String message) {
    return new Row.Bad(new RowError(line, sku, field, code, message));
  }
}
