package dev.lapak.edge.error;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.ValidationWords;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Why a request goes no further.
 *
 * @param message what the client may read
 * @param locations where in the document, if it is about a place there
 */
public record Refusal(RequestErrorCode code, String message, List<SourceLocation> locations) {

  public Refusal {
    locations = List.copyOf(locations);
  }

  public Refusal(RequestErrorCode code, String message) {
    this(code, message, List.of());
  }

  /** What does not fit the schema. */
  public static Refusal of(ValidationError error) {
    return new Refusal(
        RequestErrorCode.GRAPHQL_VALIDATION_FAILED, ValidationWords.of(error), places(error));
  }

  /** A variable that is not what its type allows. */
  public static Refusal of(GraphQLException failure) {
    return new Refusal(
        RequestErrorCode.BAD_USER_INPUT,
        VariableWords.of(failure),
        failure instanceof GraphQLError error ? places(error) : List.of());
  }

  /** The HTTP status that says the same. */
  public HttpStatus status() {
    return switch (code) {
      case TOKEN_INVALID, TOKEN_EXPIRED, UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
      case REQUEST_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case TOO_MANY_SUBSCRIPTIONS -> HttpStatus.TOO_MANY_REQUESTS;
      case SUBGRAPH_UNAVAILABLE, ROUTER_UNAVAILABLE, TRY_AGAIN, BUSY ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case TIMEOUT -> HttpStatus.GATEWAY_TIMEOUT;
      case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
      case BAD_REQUEST,
          BAD_USER_INPUT,
          GRAPHQL_PARSE_FAILED,
          GRAPHQL_VALIDATION_FAILED,
          PERSISTED_QUERY_NOT_SUPPORTED,
          QUERY_TOO_DEEP,
          QUERY_TOO_LARGE,
          RESYNC_REQUIRED ->
          HttpStatus.BAD_REQUEST;
    };
  }

  /** For what nobody expected; the log has the details. */
  public static Refusal internal() {
    return new Refusal(RequestErrorCode.INTERNAL, RequestErrorCode.INTERNAL_MESSAGE);
  }

  /** The same as a GraphQL error. */
  public ShownError error(String traceId) {
    return new ShownError(message, locations, null, code.name(), traceId);
  }

  public RefusedException exception() {
    return new RefusedException(this, null);
  }

  public RefusedException exception(Throwable cause) {
    return new RefusedException(this, cause);
  }

  private static List<SourceLocation> places(GraphQLError error) {
    List<SourceLocation> places = error.getLocations();
    return places == null ? List.of() : places;
  }
}
