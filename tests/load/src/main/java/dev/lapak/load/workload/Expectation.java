package dev.lapak.load.workload;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What makes an answer a good one: no errors anywhere, neither GraphQL's own nor a payload's, and a
 * field that has a value as often as it must. A list whose stock is missing is no good answer.
 *
 * @param field the field's name, at any depth
 */
public record Expectation(String field, int times) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_PROBLEM = 160;

  /** What is wrong with this answer, if anything. */
  public Optional<String> problem(byte[] answer, int length) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), answer, 0, length)) {
      int found = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token != JsonToken.PROPERTY_NAME) {
          continue;
        }
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("errors") && value == JsonToken.START_ARRAY) {
          if (json.nextToken() != JsonToken.END_ARRAY) {
            return Optional.of(describe(json));
          }
        } else if (name.equals(field) && value != JsonToken.VALUE_NULL) {
          found++;
        }
      }
      return found == times
          ? Optional.empty()
          : Optional.of("%s %d times, not %d".formatted(field, found, times));
    } catch (JacksonException e) {
      return Optional.of("no JSON");
    }
  }

  /** The first error's code and message. */
  private static String describe(JsonParser json) {
    String code = "";
    String message = "";
    int depth = 1;
    for (JsonToken token = json.nextToken(); depth > 0 && token != null; token = json.nextToken()) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING && "code".equals(json.currentName())) {
        code = json.getString() + ": ";
      } else if (token == JsonToken.VALUE_STRING && "message".equals(json.currentName())) {
        message = json.getString();
      }
    }
    String text = code + message;
    return text.length() > LONGEST_PROBLEM ? text.substring(0, LONGEST_PROBLEM) + "…" : text;
  }
}
