package dev.lapak.platform.error;

/** Ends a request with a code and a message that the client may see. */
public final class RequestException extends RuntimeException {

  private final RequestErrorCode code;

  public RequestException(RequestErrorCode code, String message) {
    // Expected and made often: no stack trace.
    super(message, null, false, false);
    this.code = code;
  }

  /**
   * @param cause for the log
   */
  public RequestException(RequestErrorCode code, String message, Throwable cause) {
    super(message, cause, false, false);
    this.code = code;
  }

  public static RequestException badUserInput(String message) {
    return new RequestException(RequestErrorCode.BAD_USER_INPUT, message);
  }

  public RequestErrorCode code() {
    return code;
  }

  /** What the client may see; never null. */
  @Override
  public String getMessage() {
    return java.util.Objects.requireNonNull(super.getMessage());
  }
}
