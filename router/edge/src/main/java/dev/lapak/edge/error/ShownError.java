package dev.lapak.edge.error;

import dev.lapak.platform.trace.Trace;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL error as clients see it, the same shape as the router's: message, place, code, trace
 * and nothing else.
 *
 * @param path where in the answer, null if it is about all of it
 * @param traceId where to look in the logs
 */
public record ShownError(
    String message,
    List<SourceLocation> locations,
    @Nullable List<Object> path,
    String code,
    String traceId)
    implements GraphQLError {

  public ShownError {
    locations = List.copyOf(locations);
    path = path == null ? null : List.copyOf(path);
  }

  /** What a subgraph or the router answered, without what is not for clients. */
  public static ShownError of(Map<?, ?> error, Trace trace) {
    Refusal said = RouterWords.translate(error, places(error.get("locations")), trace);
    return new ShownError(
        said.message(), said.locations(), steps(error.get("path")), said.code().name(), trace.id());
  }

  /** The same error at another place of the answer, without its places in the document. */
  public ShownError at(@Nullable List<Object> place) {
    return new ShownError(message, List.of(), place, code, traceId);
  }

  @Override
  public Map<String, Object> toSpecification() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    if (!locations.isEmpty()) {
      error.put(
          "locations",
          locations.stream()
              .map(place -> ordered("line", place.getLine(), "column", place.getColumn()))
              .toList());
    }
    if (path != null) {
      error.put("path", path);
    }
    error.put("extensions", getExtensions());
    return error;
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public @Nullable List<Object> getPath() {
    return path;
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorClassification.errorClassification(code);
  }

  @Override
  public Map<String, Object> getExtensions() {
    return ordered("code", code, Trace.ID, traceId);
  }

  private static Map<String, Object> ordered(String a, Object first, String b, Object second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, first);
    map.put(b, second);
    return map;
  }

  private static List<SourceLocation> places(@Nullable Object locations) {
    return locations instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(place -> place((Map<?, ?>) place))
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  private static Optional<SourceLocation> place(Map<?, ?> place) {
    return place.get("line") instanceof Integer line
            && place.get("column") instanceof Integer column
        ? Optional.of(new SourceLocation(line, column))
        : Optional.empty();
  }

  private static @Nullable List<Object> steps(@Nullable Object path) {
    return path instanceof List<?> list
        ? list.stream().map(Objects::requireNonNull).map(Object.class::cast).toList()
        : null;
  }
}
