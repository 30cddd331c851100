package dev.lapak.platform.graphql;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/**
 * Turns what a resolver throws into an error with a code, and what nobody expected into {@code
 * INTERNAL}.
 */
final class RequestErrors extends DataFetcherExceptionResolverAdapter implements Ordered {

  private static final Logger log = LoggerFactory.getLogger(RequestErrors.class);

  @Override
  protected GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment field) {
    return switch (failure) {
      case RequestException expected -> error(field, expected.code(), expected.getMessage());
      case BindException input ->
          error(field, RequestErrorCode.BAD_USER_INPUT, describe(input) + " is not valid.");
      default -> {
        log.error("Unexpected failure at {}", field.getExecutionStepInfo().getPath(), failure);
        yield error(field, RequestErrorCode.INTERNAL, "Something went wrong on our side.");
      }
    };
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static String describe(BindException input) {
    FieldError first = input.getFieldError();
    return first == null ? "The input" : first.getField();
  }

  private static GraphQLError error(
      DataFetchingEnvironment field, RequestErrorCode code, String message) {
    return GraphqlErrorBuilder.newError(field)
        .errorType(
            code == RequestErrorCode.INTERNAL ? ErrorType.INTERNAL_ERROR : ErrorType.BAD_REQUEST)
        .message("%s", message)
        .extensions(Map.of("code", code.name()))
        .build();
  }
}
