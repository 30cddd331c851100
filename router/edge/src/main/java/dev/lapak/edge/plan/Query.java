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

/** A GraphQL request that can be said in JSON. */
public record Query(
    String document, @Nullable String operationName, Map<String, @Nullable Object> variables) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @throws RefusedException if something in it can't be said: JSON can name half of a surrogate
   *     pair, and numbers that nobody can hold
   */
  public Query {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    if (!isSayable(document) || !isSayable(operationName) || !isSayable(variables)) {
      throw RefusedException.of(
          BAD_REQUEST, "The request has half of a surrogate pair, or a number that is too large.");
    }
  }

  /** The same with one variable more. */
  public Query with(String variable, Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new Query(document, operationName, more);
  }

  /** As it goes over the wire. */
  public byte[] toJson() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("query", document);
    if (operationName != null) {
      request.put("operationName", operationName);
    }
    request.put("variables", variables);
    return JSON.writeValueAsBytes(request);
  }

  private static boolean isSayable(@Nullable Object value) {
    return switch (value) {
      case String text -> StandardCharsets.UTF_8.newEncoder().canEncode(text);
      case Number number -> Double.isFinite(number.doubleValue());
      case List<?> list -> list.stream().allMatch(Query::isSayable);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .allMatch(entry -> isSayable(entry.getKey()) && isSayable(entry.getValue()));
      case null, default -> true;
    };
  }
}
