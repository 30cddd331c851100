package dev.lapak.inventory.stock.r2dbc;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import reactor.util.retry.Retry;

/** What PostgreSQL says when a transaction can't be written as it is. */
public final class Contention {

  private static final Set<String> LOST =
      Set.of(
          "23505", // unique_violation: a twin of the same id or key
          "40001", // serialization_failure
          "40P01", // deadlock_detected
          "55P03"); // lock_not_available

  private Contention() {}

  /**
   * Runs a transaction that lost against another one again, a few times, a little later; then
   * leaves it to the client to try again.
   */
  public static Retry retry() {
    return Retry.backoff(4, Duration.ofMillis(5))
        .filter(failure -> state(failure).filter(LOST::contains).isPresent())
        .onRetryExhaustedThrow(
            (retries, last) ->
                new RequestException(
                    RequestErrorCode.TRY_AGAIN, "Too many want the same now: try again."));
  }

  /** Whether it is about what was to be written, not about the connection or the SQL. */
  public static boolean isAboutData(Throwable failure) {
    return isTryAgain(failure)
        || state(failure)
            .filter(
                state -> LOST.contains(state) || state.startsWith("22") || state.startsWith("23"))
            .isPresent();
  }

  private static boolean isTryAgain(Throwable failure) {
    return failure instanceof RequestException expected
        && expected.code() == RequestErrorCode.TRY_AGAIN;
  }

  private static Optional<String> state(Throwable failure) {
    return failure instanceof DataAccessException
            && NestedExceptionUtils.getMostSpecificCause(failure) instanceof R2dbcException cause
        ? Optional.ofNullable(cause.getSqlState())
        : Optional.empty();
  }
}
