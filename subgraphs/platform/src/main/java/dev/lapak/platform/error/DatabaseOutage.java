package dev.lapak.platform.error;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Tells a database that does not answer now (gone, too busy, too slow) from a fault of ours: asked
 * again later, it answers.
 */
public final class DatabaseOutage {

  public static final String MESSAGE = "The data can't be reached now: try again later.";

  /** PostgreSQL: cancelled (for its time, mostly), an administrator's end, a crash, not up yet. */
  private static final Set<String> STATES = Set.of("57014", "57P01", "57P02", "57P03");

  /** PostgreSQL: the connection, and what it has too little of. */
  private static final Set<String> CLASSES = Set.of("08", "53");

  private DatabaseOutage() {}

  /** What PostgreSQL itself says goes before the driver's and Spring's sorts of failures. */
  public static boolean is(Throwable failure) {
    return SqlState.isLostLock(failure)
        || SqlState.of(failure)
            .map(DatabaseOutage::isPassing)
            .orElseGet(() -> SqlState.causes(failure).anyMatch(DatabaseOutage::isItself));
  }

  private static boolean isItself(Throwable failure) {
    return switch (failure) {
      case R2dbcTimeoutException timeout -> true;
      case R2dbcTransientException passing -> true;
      case R2dbcNonTransientResourceException gone -> true;
      case TimeoutException timeout -> true;
      case TransientDataAccessException passing -> true;
      case DataAccessResourceFailureException gone -> true;
      default -> false;
    };
  }

  private static boolean isPassing(String state) {
    return STATES.contains(state)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
