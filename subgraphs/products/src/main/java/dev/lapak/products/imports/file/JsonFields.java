package dev.lapak.products.imports.file;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows that are JSON objects. */
final class JsonFields implements Fields.Reader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int SENSIBLE_SCALE = 20;

  @Override
  public Fields of(String row) {
    try {
      JsonNode object = JSON.readTree(row);
      if (!object.isObject()) {
        throw new MalformedRowException("The line is not a JSON object.");
      }
      return new Members(object);
    } catch (JacksonException e) {
      throw new MalformedRowException("The line is not JSON.");
    }
  }

  private record Members(JsonNode object) implements Fields {

    @Override
    public boolean has(String name) {
      return object.has(name);
    }

    @Override
    public @Nullable String text(String name) {
      JsonNode member = object.get(name);
      if (member == null || member.isNull()) {
        return null;
      }
      if (member.isNumber() && name.equals("price")) {
        return plain(member.decimalValue());
      }
      if (!member.isString()) {
        throw new MalformedRowException(name + " is not a string.");
      }
      return RowReader.storable(member.asString());
    }

    @Override
    public @Nullable List<String> list(String name) {
      JsonNode member = object.get(name);
      if (member == null || member.isNull()) {
        return null;
      }
      if (!member.isArray() || !member.valueStream().allMatch(JsonNode::isString)) {
        throw new MalformedRowException(name + " is not an array of strings.");
      }
      return member.valueStream().map(one -> RowReader.storable(one.asString())).toList();
    }

    private static String plain(BigDecimal number) {
      // A short number may stand for very many digits.
      return Math.abs(number.scale()) > SENSIBLE_SCALE ? "" : number.toPlainString();
    }
  }
}
