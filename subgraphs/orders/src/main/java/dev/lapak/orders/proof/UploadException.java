package dev.lapak.orders.proof;

/** A file is not taken. */
public final class UploadException extends RuntimeException {

  private final Reason reason;

  public UploadException(Reason reason) {
    super(reason.message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What the client may be told. */
  public enum Reason {
    FILE_TOO_LARGE("The file is too large."),
    FILE_TYPE("The file is neither a JPEG, PNG or WebP picture nor a PDF."),
    FILE_EMPTY("The file is empty."),
    NOT_FOUND("There is nothing here, or not any more."),
    ALREADY_UPLOADED("Another file was sent here before."),
    TOO_SLOW("The file took too long to come."),
    TRY_AGAIN("Too many files are coming at once. Try again.");

    private final String message;

    Reason(String message) {
      this.message = message;
    }

    public String message() {
      return message;
    }
  }
}
