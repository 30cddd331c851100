package dev.lapak.platform.graphql;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Tells a database that does not answer now (gone, too busy, too slow) from a fault of ours: asked
 * again later, it answers.
 */
final class DatabaseOutage {

  private static final int MAX_CAUSES = 10;

  /**
   * PostgreSQL: cancelled (for its time, mostly), an administrator's end, a crash, not up yet, a
   * lock that was not to be had, a serialization or a deadlock that was lost.
   */
  private static final Set<String> STATES =
      Set.of("57014", "57P01", "57P02", "57P03", "55P03", "40001", "40P01");

  /** PostgreSQL: the connection, and what it has too little of. */
  private static final Set<String> CLASSES = Set.of("08", "53");

  private DatabaseOutage() {}

  static boolean is(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(MAX_CAUSES)
        .anyMatch(DatabaseOutage::isItself);
  }

  private static boolean isItself(Throwable failure) {
    return switch (failure) {
      case R2dbcTimeoutException timeout -> true;
      case R2dbcTransientException passing -> true;
      case R2dbcNonTransientResourceException gone -> true;
      case R2dbcException other -> isPassing(other.getSqlState());
      case TimeoutException timeout -> true;
      case TransientDataAccessException passing -> true;
      case DataAccessResourceFailureException gone -> true;
      default -> false;
    };
  }

  private static boolean isPassing(@Nullable String state) {
    return state != null
        && (STATES.contains(state)
            || (state.length() == 5 && CLASSES.contains(state.substring(0, 2))));
  }
}
