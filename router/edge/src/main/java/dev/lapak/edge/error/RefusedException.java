package dev.lapak.edge.error;

import dev.lapak.platform.error.RequestErrorCode;
import org.jspecify.annotations.Nullable;

/** Ends a request with a refusal. */
public final class RefusedException extends RuntimeException {

  private final transient Refusal refusal;

  RefusedException(Refusal refusal, @Nullable Throwable cause) {
    // Expected and made often: no stack trace.
    super(refusal.code() + ": " + refusal.message(), cause, false, false);
    this.refusal = refusal;
  }

  public static RefusedException of(RequestErrorCode code, String message) {
    return new Refusal(code, message).exception();
  }

  public Refusal refusal() {
    return refusal;
  }
}
