package dev.lapak.edge.error;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_PARSE_FAILED;
import static dev.lapak.platform.error.RequestErrorCode.QUERY_TOO_DEEP;
import static dev.lapak.platform.error.RequestErrorCode.QUERY_TOO_LARGE;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.trace.Trace;
import graphql.language.SourceLocation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The router reads some requests more strictly than the edge, and says so in codes and words of its
 * own: here they become those of docs/errors.md.
 */
final class RouterWords {

  private static final Logger log = LoggerFactory.getLogger(RouterWords.class);

  private static final Set<String> KNOWN =
      Arrays.stream(RequestErrorCode.values()).map(Enum::name).collect(Collectors.toSet());

  private RouterWords() {}

  static Refusal translate(Map<?, ?> error, List<SourceLocation> locations, Trace trace) {
    String message = error.get("message") instanceof String text ? text : null;
    String code =
        error.get("extensions") instanceof Map<?, ?> extensions
                && extensions.get("code") instanceof String text
            ? text
            : null;
    if (message == null || code == null) {
      return unknown(error, trace);
    }
    return KNOWN.contains(code)
        ? new Refusal(RequestErrorCode.valueOf(code), message, locations)
        : switch (code) {
          case "PARSING_ERROR" -> unreadable(message, locations);
          case "INVALID_GRAPHQL_REQUEST" ->
              new Refusal(
                  BAD_REQUEST,
                  "The body can't be read: it has a byte order mark, half of a surrogate pair or a"
                      + " number that is too large.");
          case "GRAPHQL_UNKNOWN_OPERATION_NAME" ->
              new Refusal(BAD_REQUEST, "The document has no such operation.");
          case "SUBSCRIPTION_DISABLED", "SUBSCRIPTION_BAD_HEADER" ->
              new Refusal(BAD_REQUEST, "A subscription was sent as if it were a query.");
          default -> unknown(error, trace);
        };
  }

  private static Refusal unreadable(String message, List<SourceLocation> locations) {
    if (message.contains("recursion limit")) {
      return new Refusal(QUERY_TOO_DEEP, "The document is nested too deeply to be read.");
    }
    if (message.contains("token limit")) {
      return new Refusal(QUERY_TOO_LARGE, "The document has too many tokens.");
    }
    return new Refusal(GRAPHQL_PARSE_FAILED, "The document can't be read.", locations);
  }

  private static Refusal unknown(Map<?, ?> error, Trace trace) {
    trace.log(() -> log.error("An error that is not for clients: {}", error));
    return Refusal.internal();
  }
}
