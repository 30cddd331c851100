package dev.lapak.edge.operation;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.PERSISTED_QUERY_NOT_SUPPORTED;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request says around its variables, read from the bytes without building the rest.
 *
 * @param query the document
 */
record Envelope(String query, @Nullable String operationName) {

  private static final JsonMapper VALUES = JsonMapper.shared();
  private static final JsonMapper EXACT_VALUES =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * @throws RefusedException if these bytes are not a GraphQL request
   */
  static Envelope read(byte[] body) {
    try (JsonParser parser = StrictJson.parser(body)) {
      return read(parser);
    } catch (JacksonException e) {
      throw new Refusal(
              BAD_REQUEST, "The body is not JSON, has a byte order mark or a field twice.")
          .exception(e);
    }
  }

  /** What it skips: the variables of a body that can be read. */
  static Map<String, @Nullable Object> variables(byte[] body) {
    return variables(body, VALUES);
  }

  /** The same, to be changed and said again: no digit is lost. */
  static Map<String, @Nullable Object> exactVariables(byte[] body) {
    return variables(body, EXACT_VALUES);
  }

  private static Map<String, @Nullable Object> variables(byte[] body, JsonMapper as) {
    try {
      Variables read = as.readValue(body, Variables.class);
      return read.variables() == null ? new LinkedHashMap<>() : read.variables();
    } catch (JacksonException e) {
      // Half of a surrogate pair in a name, which skipping does not look at.
      throw new Refusal(BAD_REQUEST, "The variables can't be read.").exception(e);
    }
  }

  private record Variables(@Nullable Map<String, @Nullable Object> variables) {}

  private static Envelope read(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      throw bad("Requests in batches are not taken: send each by itself.");
    }
    require(first == JsonToken.START_OBJECT, "The body must be a JSON object.");
    String query = null;
    String operationName = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "query" -> query = string(parser, value, name);
        case "operationName" -> operationName = string(parser, value, name);
        case "variables" -> skip(parser, value, name);
        case "extensions" -> extensions(parser, value);
        default -> parser.skipChildren();
      }
    }
    require(parser.nextToken() == null, "The body has something behind its JSON object.");
    if (query == null || query.isBlank()) {
      throw bad("There is no query.");
    }
    return new Envelope(query, operationName);
  }

  private static @Nullable String string(JsonParser parser, JsonToken value, String name) {
    if (value == JsonToken.VALUE_NULL) {
      return null;
    }
    require(value == JsonToken.VALUE_STRING, name + " must be a string.");
    return parser.getString();
  }

  private static void skip(JsonParser parser, JsonToken value, String name) {
    require(
        value == JsonToken.START_OBJECT || value == JsonToken.VALUE_NULL,
        name + " must be an object.");
    parser.skipChildren();
  }

  private static void extensions(JsonParser parser, JsonToken value) {
    if (value != JsonToken.START_OBJECT) {
      skip(parser, value, "extensions");
      return;
    }
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (name.equals("persistedQuery")) {
        // This very message tells Apollo's clients to send the document from now on.
        throw RefusedException.of(PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
      }
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw bad(message);
    }
  }

  private static RefusedException bad(String message) {
    return RefusedException.of(BAD_REQUEST, message);
  }
}
