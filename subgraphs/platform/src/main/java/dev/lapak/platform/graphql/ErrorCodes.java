package dev.lapak.platform.graphql;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.ValidationWords;
import dev.lapak.platform.trace.Trace;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.UnknownOperationException;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * Gives the errors that GraphQL itself makes (syntax, validation, coercion) a code like all others,
 * and all of them the id of their trace.
 */
final class ErrorCodes implements WebGraphQlInterceptor {

  private static final Logger log = LoggerFactory.getLogger(ErrorCodes.class);

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    Trace trace = (Trace) Objects.requireNonNull(request.getAttributes().get(Trace.KEY));
    return chain
        .next(request)
        .map(
            response -> {
              List<GraphQLError> errors = response.getExecutionResult().getErrors();
              return errors.isEmpty()
                  ? response
                  : response.transform(builder -> builder.errors(coded(errors, trace)));
            });
  }

  private static List<GraphQLError> coded(List<GraphQLError> errors, Trace trace) {
    return errors.stream()
        .filter(error -> !saysAgain(error, errors))
        .map(error -> coded(error, trace))
        .toList();
  }

  /**
   * Spring makes the failure of a {@code Flux} an element of its list, of whose null GraphQL then
   * complains as well.
   */
  private static boolean saysAgain(GraphQLError error, List<GraphQLError> all) {
    return error.getErrorType() == ErrorType.NullValueInNonNullableField
        && error.getPath() != null
        && all.stream()
            .anyMatch(
                other ->
                    other.getErrorType() != ErrorType.NullValueInNonNullableField
                        && error
                            .getPath()
                            .subList(0, error.getPath().size() - 1)
                            .equals(other.getPath()));
  }

  private static GraphQLError coded(GraphQLError error, Trace trace) {
    Map<String, Object> extensions = error.getExtensions();
    if (extensions != null && extensions.containsKey("code")) {
      return shown(error, String.valueOf(error.getMessage()), extensions.get("code"), trace);
    }
    RequestErrorCode code = code(error);
    String message =
        error instanceof ValidationError invalid
            ? ValidationWords.of(invalid)
            : String.valueOf(error.getMessage());
    if (code == RequestErrorCode.INTERNAL) {
      trace.log(
          () ->
              log.error(
                  "Unexpected {} at {}: {}",
                  error.getErrorType(),
                  error.getPath(),
                  error.getMessage()));
      message = RequestErrorCode.INTERNAL_MESSAGE;
    }
    return shown(error, message, code.name(), trace);
  }

  private static GraphQLError shown(GraphQLError error, String message, Object code, Trace trace) {
    return GraphqlErrorBuilder.newError()
        .message("%s", message)
        .locations(error.getLocations() == null ? List.of() : error.getLocations())
        .path(error.getPath())
        .errorType(error.getErrorType())
        .extensions(Map.of("code", code, Trace.ID, trace.id()))
        .build();
  }

  private static RequestErrorCode code(GraphQLError error) {
    return switch (error.getErrorType()) {
      case ErrorType.InvalidSyntax -> RequestErrorCode.GRAPHQL_PARSE_FAILED;
      case ErrorType.ValidationError ->
          error instanceof ValidationError || error instanceof UnknownOperationException
              ? RequestErrorCode.GRAPHQL_VALIDATION_FAILED
              : RequestErrorCode.BAD_USER_INPUT; // a variable
      case ErrorType.OperationNotSupported -> RequestErrorCode.BAD_USER_INPUT;
      default -> RequestErrorCode.INTERNAL;
    };
  }
}
