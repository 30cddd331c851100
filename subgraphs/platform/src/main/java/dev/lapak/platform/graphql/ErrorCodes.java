package dev.lapak.platform.graphql;

import dev.lapak.platform.error.RequestErrorCode;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * Gives the errors that GraphQL itself makes (syntax, validation, coercion) a code like all others.
 */
final class ErrorCodes implements WebGraphQlInterceptor {

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return chain
        .next(request)
        .map(
            response ->
                response.getExecutionResult().getErrors().isEmpty()
                    ? response
                    : response.transform(
                        builder ->
                            builder.errors(
                                response.getExecutionResult().getErrors().stream()
                                    .map(ErrorCodes::coded)
                                    .toList())));
  }

  private static GraphQLError coded(GraphQLError error) {
    Map<String, Object> extensions = error.getExtensions();
    if (extensions != null && extensions.containsKey("code")) {
      return error;
    }
    Map<String, Object> withCode = new LinkedHashMap<>();
    withCode.put("code", code(error.getErrorType()).name());
    return GraphqlErrorBuilder.newError()
        .message("%s", error.getMessage())
        .locations(error.getLocations() == null ? List.of() : error.getLocations())
        .path(error.getPath())
        .errorType(error.getErrorType())
        .extensions(withCode)
        .build();
  }

  private static RequestErrorCode code(ErrorClassification type) {
    return switch (type) {
      case ErrorType.InvalidSyntax -> RequestErrorCode.GRAPHQL_PARSE_FAILED;
      case ErrorType.ValidationError -> RequestErrorCode.GRAPHQL_VALIDATION_FAILED;
      case ErrorType.OperationNotSupported -> RequestErrorCode.BAD_USER_INPUT;
      default -> RequestErrorCode.INTERNAL;
    };
  }
}
