package dev.lapak.edge.subscription;

import dev.lapak.edge.error.ShownError;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer: an event, or a query's result.
 *
 * @param data as it goes to the client; null where a field that must not be null is missing
 */
record LiveAnswer(@Nullable Map<String, @Nullable Object> data, List<ShownError> errors)
    implements ExecutionResult {

  LiveAnswer {
    errors = List.copyOf(errors);
  }

  @Override
  public List<GraphQLError> getErrors() {
    return List.copyOf(errors);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getData() {
    return (T) data;
  }

  @Override
  public boolean isDataPresent() {
    return true;
  }

  @Override
  public Map<Object, Object> getExtensions() {
    return Map.of();
  }

  @Override
  public Map<String, Object> toSpecification() {
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!errors.isEmpty()) {
      answer.put("errors", errors.stream().map(ShownError::toSpecification).toList());
    }
    answer.put("data", data);
    return answer;
  }
}
