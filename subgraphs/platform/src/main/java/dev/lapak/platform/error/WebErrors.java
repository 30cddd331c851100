package dev.lapak.platform.error;

import dev.lapak.platform.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers what fails before GraphQL begins in the same form as all other errors. */
@Order(WebErrors.BEFORE_SPRINGS_OWN)
final class WebErrors implements ErrorWebExceptionHandler {

  static final int BEFORE_SPRINGS_OWN = -2;

  private static final Logger log = LoggerFactory.getLogger(WebErrors.class);

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    if (HangUps.is(failure)) {
      return Mono.empty(); // Nobody is there any more to be answered.
    }
    if (failure instanceof ResponseStatusException refusal
        && refusal.getStatusCode().is4xxClientError()) {
      HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
      exchange.getResponse().getHeaders().putAll(refusal.getHeaders()); // such as Allow
      return ErrorResponse.write(exchange, status, code(status), status.getReasonPhrase() + ".");
    }
    if (DatabaseOutage.is(failure)) {
      return tryAgain(exchange, DatabaseOutage.MESSAGE, failure);
    }
    if (failure.getCause() instanceof RequestException refusal
        && refusal.code() == RequestErrorCode.TRY_AGAIN) {
      return tryAgain(exchange, refusal.getMessage(), refusal);
    }
    Trace.of(exchange)
        .log(() -> log.error("Unexpected failure at {}", exchange.getRequest().getPath(), failure));
    return ErrorResponse.write(
        exchange,
        HttpStatus.INTERNAL_SERVER_ERROR,
        RequestErrorCode.INTERNAL,
        RequestErrorCode.INTERNAL_MESSAGE);
  }

  private static Mono<Void> tryAgain(
      ServerWebExchange exchange, String message, Throwable failure) {
    Trace.of(exchange)
        .log(
            () ->
                log.warn("No answer at {}: {}", exchange.getRequest().getPath(), reason(failure)));
    return ErrorResponse.write(
        exchange, HttpStatus.SERVICE_UNAVAILABLE, RequestErrorCode.TRY_AGAIN, message);
  }

  private static String reason(Throwable failure) {
    return String.valueOf(failure.getCause() == null ? failure : failure.getCause());
  }

  private static RequestErrorCode code(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> RequestErrorCode.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> RequestErrorCode.METHOD_NOT_ALLOWED;
      default -> RequestErrorCode.BAD_USER_INPUT;
    };
  }
}
