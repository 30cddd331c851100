package dev.lapak.edge.router;

import dev.lapak.edge.error.ShownError;
import dev.lapak.platform.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An answer in which the router refuses a request, as clients may see it. */
final class Refusing {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};

  private Refusing() {}

  /** The same in the words of docs/errors.md; nothing if it does not say why. */
  static Optional<byte[]> rewrite(byte[] body, Trace trace) {
    return errors(body)
        .map(
            errors ->
                errors.stream()
                    .filter(Map.class::isInstance)
                    .map(error -> ShownError.of((Map<?, ?>) error, trace).toSpecification())
                    .distinct()
                    .toList())
        .filter(errors -> !errors.isEmpty())
        .map(
            errors -> {
              Map<String, Object> answer = new LinkedHashMap<>();
              answer.put("errors", errors);
              return JSON.writeValueAsBytes(answer);
            });
  }

  private static Optional<List<?>> errors(byte[] body) {
    try {
      return JSON.readValue(body, ANSWER).get("errors") instanceof List<?> errors
          ? Optional.of(errors)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
