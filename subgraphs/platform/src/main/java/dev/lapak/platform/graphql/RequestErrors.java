package dev.lapak.platform.graphql;

import dev.lapak.platform.error.DatabaseOutage;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.error.SqlState;
import dev.lapak.platform.trace.Trace;
import graphql.AssertException;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.data.federation.RepresentationException;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * Turns what a resolver throws into an error with a code, and what nobody expected into {@code
 * INTERNAL}. An advice, since Spring asks nothing else about entities, and else tells clients their
 * failures' messages.
 */
@ControllerAdvice
final class RequestErrors {

  private static final Logger log = LoggerFactory.getLogger(RequestErrors.class);

  /** PostgreSQL: a text or a JSON with U+0000, which it can't hold. */
  private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

  private static final String NULL_VARIABLE =
      "A variable is null where a value is needed; leave it out to have the default.";

  @GraphQlExceptionHandler
  GraphQLError expected(RequestException failure, DataFetchingEnvironment field) {
    return error(field, failure.code(), failure.getMessage());
  }

  @GraphQlExceptionHandler
  GraphQLError input(BindException failure, DataFetchingEnvironment field) {
    FieldError first = failure.getFieldError();
    String what = first == null ? "The input" : first.getField();
    return error(field, RequestErrorCode.BAD_USER_INPUT, what + " is not valid.");
  }

  /** A variable that is null, for an argument that has a default. */
  @GraphQlExceptionHandler
  GraphQLError missing(
      NonNullableValueCoercedAsNullException failure, DataFetchingEnvironment field) {
    return error(field, RequestErrorCode.BAD_USER_INPUT, NULL_VARIABLE);
  }

  /**
   * The same within an input: GraphQL's validation lets it through, and then finds it impossible.
   */
  @GraphQlExceptionHandler
  GraphQLError impossible(AssertException failure, DataFetchingEnvironment field) {
    return String.valueOf(failure.getMessage()).endsWith("Should have been validated before")
        ? error(field, RequestErrorCode.BAD_USER_INPUT, NULL_VARIABLE)
        : unexpected(failure, field);
  }

  @GraphQlExceptionHandler
  GraphQLError representation(RepresentationException failure, DataFetchingEnvironment field) {
    return error(field, RequestErrorCode.BAD_USER_INPUT, "No entity has this representation.");
  }

  @GraphQlExceptionHandler
  GraphQLError database(DataAccessException failure, DataFetchingEnvironment field) {
    return SqlState.of(failure).filter(UNSTORABLE_TEXT::contains).isPresent()
        ? error(
            field, RequestErrorCode.BAD_USER_INPUT, "A text holds U+0000, which can't be stored.")
        : unexpected(failure, field);
  }

  /** The constructor of an input may refuse it. */
  @GraphQlExceptionHandler
  GraphQLError instantiation(BeanInstantiationException failure, DataFetchingEnvironment field) {
    return failure.getCause() instanceof RequestException expected
        ? expected(expected, field)
        : unexpected(failure, field);
  }

  /** The client has hung up: nobody reads this, and nothing is wrong. */
  @GraphQlExceptionHandler
  GraphQLError hungUp(AbortExecutionException failure, DataFetchingEnvironment field) {
    return error(field, RequestErrorCode.INTERNAL, RequestErrorCode.INTERNAL_MESSAGE);
  }

  @GraphQlExceptionHandler
  GraphQLError unexpected(Throwable failure, DataFetchingEnvironment field) {
    Trace trace = field.getGraphQlContext().get(Trace.KEY);
    if (DatabaseOutage.is(failure)) {
      trace.log(
          () ->
              log.warn(
                  "No answer at {}: {}",
                  field.getExecutionStepInfo().getPath(),
                  failure.toString()));
      return error(field, RequestErrorCode.TRY_AGAIN, DatabaseOutage.MESSAGE);
    }
    trace.log(
        () ->
            log.error("Unexpected failure at {}", field.getExecutionStepInfo().getPath(), failure));
    return error(field, RequestErrorCode.INTERNAL, RequestErrorCode.INTERNAL_MESSAGE);
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
