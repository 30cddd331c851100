package dev.lapak.edge.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GraphQL request. */
public record Query(
    String document, @Nullable String operationName, Map<String, @Nullable Object> variables) {

  public Query {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** The same with one variable more. */
  public Query with(String variable, Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new Query(document, operationName, more);
  }

  /** As it goes over the wire. */
  public Map<String, Object> toMap() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("query", document);
    if (operationName != null) {
      request.put("operationName", operationName);
    }
    request.put("variables", variables);
    return request;
  }
}
