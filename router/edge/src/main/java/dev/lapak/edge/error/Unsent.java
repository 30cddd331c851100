package dev.lapak.edge.error;

import java.net.ConnectException;
import java.nio.channels.NotYetConnectedException;
import java.time.Duration;
import reactor.netty.channel.AbortedException;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Requests of which nothing can have arrived, so that sending them again does nothing twice: whom
 * they are for starts anew and refuses connections, or the connection ended before it was used.
 */
public final class Unsent {

  private Unsent() {}

  public static boolean is(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof NotYetConnectedException
        // "Connection has been closed BEFORE send operation"
        || (failure instanceof AbortedException && AbortedException.isConnectionReset(failure));
  }

  /** Tries such requests again for a moment, then ends in the failure itself. */
  public static RetryBackoffSpec again() {
    return Retry.backoff(3, Duration.ofMillis(50))
        .filter(Unsent::is)
        .onRetryExhaustedThrow((spec, signal) -> signal.failure());
  }
}
