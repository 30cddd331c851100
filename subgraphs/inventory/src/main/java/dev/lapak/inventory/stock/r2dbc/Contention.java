package dev.lapak.inventory.stock.r2dbc;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.error.SqlState;
import java.time.Duration;
import reactor.util.retry.Retry;

/** What PostgreSQL says when a transaction can't be written as it is. */
public final class Contention {

  /** unique_violation: a twin of the same id or key. */
  private static final String TWIN = "23505";

  private Contention() {}

  /**
   * Runs a transaction that lost against another one again, a few times, a little later; then
   * leaves it to the client to try again.
   */
  public static Retry retry() {
    return Retry.backoff(4, Duration.ofMillis(5))
        .filter(Contention::isLost)
        .onRetryExhaustedThrow(
            (retries, last) ->
                new RequestException(
                    RequestErrorCode.TRY_AGAIN, "Too many want the same now: try again."));
  }

  /** Whether it is about what was to be written, not about the connection or the SQL. */
  public static boolean isAboutData(Throwable failure) {
    return isTryAgain(failure)
        || isLost(failure)
        || SqlState.of(failure)
            .filter(state -> state.startsWith("22") || state.startsWith("23"))
            .isPresent();
  }

  private static boolean isLost(Throwable failure) {
    return SqlState.isLostLock(failure) || SqlState.of(failure).filter(TWIN::equals).isPresent();
  }

  private static boolean isTryAgain(Throwable failure) {
    return failure instanceof RequestException expected
        && expected.code() == RequestErrorCode.TRY_AGAIN;
  }
}
