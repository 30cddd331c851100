package dev.lapak.platform.error;

import io.r2dbc.spi.R2dbcException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What PostgreSQL itself says of a failure, whatever the driver and Spring made of it. */
public final class SqlState {

  private static final int MAX_CAUSES = 10;

  /** A serialization or a deadlock that was lost, a lock that was not to be had. */
  private static final Set<String> LOST_LOCKS = Set.of("40001", "40P01", "55P03");

  private SqlState() {}

  /** The five characters of PostgreSQL's own list; nothing if it has not said any. */
  public static Optional<String> of(Throwable failure) {
    return causes(failure)
        .filter(R2dbcException.class::isInstance)
        .map(cause -> ((R2dbcException) cause).getSqlState())
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Whether another transaction was in the way: the same again may succeed. */
  public static boolean isLostLock(Throwable failure) {
    return of(failure).filter(LOST_LOCKS::contains).isPresent();
  }

  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
  }
}
