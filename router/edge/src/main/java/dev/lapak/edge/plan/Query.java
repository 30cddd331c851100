package dev.lapak.edge.plan;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;

import dev.lapak.edge.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A GraphQL request. */
public record Query(
    String document, @Nullable String operationName, Map<String, @Nullable Object> variables) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public Query {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** The same with one variable more. */
  public Query with(String variable, Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new Query(document, operationName, more);
  }

  /**
   * As it goes over the wire.
   *
   * @throws RefusedException if a text in it is none: JSON can name half of a surrogate pair
   */
  public byte[] toJson() {
    if (!isText(document) || !isText(variables)) {
      throw RefusedException.of(BAD_REQUEST, "The request has half of a surrogate pair.");
    }
    return JSON.writeValueAsBytes(toMap());
  }

  private static boolean isText(@Nullable Object value) {
    return switch (value) {
      case String text -> StandardCharsets.UTF_8.newEncoder().canEncode(text);
      case List<?> list -> list.stream().allMatch(Query::isText);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .allMatch(entry -> isText(entry.getKey()) && isText(entry.getValue()));
      case null, default -> true;
    };
  }

  private Map<String, Object> toMap() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("query", document);
    if (operationName != null) {
      request.put("operationName", operationName);
    }
    request.put("variables", variables);
    return request;
  }
}
