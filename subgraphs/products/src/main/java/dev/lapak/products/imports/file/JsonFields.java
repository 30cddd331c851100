package dev.lapak.products.imports.file;

import static dev.lapak.products.imports.RowErrorCode.PRICE_INVALID;
import static dev.lapak.products.imports.RowErrorCode.ROW_MALFORMED;
import static dev.lapak.products.imports.RowErrorCode.TAGS_INVALID;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows that are JSON objects. */
final class JsonFields implements Fields.Reader {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SENSIBLE_LENGTH = 50;
  private static final int SENSIBLE_SCALE = 20;

  @Override
  public Fields of(String row) {
    try (JsonParser parser = JSON.createParser(row)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedRowException("The line is not a JSON object.");
      }
      Members members = new Members(members(parser));
      if (parser.nextToken() != null) {
        throw new MalformedRowException("The line is more than a JSON object.");
      }
      return members;
    } catch (JacksonException e) {
      throw new MalformedRowException("The line is not JSON.");
    }
  }

  private static ObjectNode members(JsonParser parser) {
    ObjectNode members = JSON.createObjectNode();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (!names.add(name)) {
        throw new MalformedRowException("A key is there twice.");
      }
      JsonToken value = parser.nextToken();
      if (!CsvFields.KNOWN.contains(name)) {
        parser.skipChildren();
      } else if (name.equals("price") && value.isNumeric()) {
        members.put(name, plain(parser.getString()));
      } else {
        members.set(name, parser.<JsonNode>readValueAsTree());
      }
    }
    return members;
  }

  /** As a string of digits. A short number may stand for very many, or for none that there is. */
  private static String plain(String number) {
    if (number.length() > SENSIBLE_LENGTH) {
      return "";
    }
    try {
      BigDecimal decimal = new BigDecimal(number);
      return decimal.scale() < -SENSIBLE_SCALE || decimal.scale() > SENSIBLE_SCALE
          ? ""
          : decimal.toPlainString();
    } catch (NumberFormatException e) {
      return "";
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
      if (!member.isString()) {
        throw name.equals("price")
            ? new MalformedRowException(name, PRICE_INVALID, "The price is no number.")
            : new MalformedRowException(name, ROW_MALFORMED, "The " + name + " is not a string.");
      }
      return RowReader.storable(name, member.asString());
    }

    @Override
    public @Nullable List<String> list(String name) {
      JsonNode member = object.get(name);
      if (member == null || member.isNull()) {
        return null;
      }
      if (!member.isArray() || !member.valueStream().allMatch(JsonNode::isString)) {
        throw new MalformedRowException(
            name, TAGS_INVALID, "The " + name + " are not an array of strings.");
      }
      return member.valueStream().map(one -> RowReader.storable(name, one.asString())).toList();
    }
  }
}
