package dev.lapak.platform.file;

import org.springframework.http.HttpStatus;

/** A file is not taken or not given. */
public final class UploadException extends RuntimeException {

  private final Reason reason;
  private final String message;

  public UploadException(Reason reason) {
    this(reason, reason.message);
  }

  /**
   * @param message what the client may be told
   */
  public UploadException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.message = message;
  }

  public Reason reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** Why. */
  public enum Reason {
    FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The file is too large."),
    FILE_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The file is not of a type that is taken here."),
    FILE_EMPTY(HttpStatus.BAD_REQUEST, "The file is empty."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here, or not any more."),
    ALREADY_UPLOADED(HttpStatus.CONFLICT, "Another file was sent here before."),
    IMAGE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The picture has too many pixels."),
    IMAGE_ANIMATED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The picture moves."),
    IMAGE_BROKEN(HttpStatus.UNPROCESSABLE_CONTENT, "The picture can't be read."),
    PDF_BROKEN(HttpStatus.UNPROCESSABLE_CONTENT, "The PDF can't be read."),
    PDF_TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "The PDF has too many pages."),
    PDF_PROTECTED(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "The PDF is encrypted: save it without protection, or send a picture of it."),
    PDF_ACTIVE(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "The PDF does more than show pages: print it to a new one, or send a picture of it."),
    TOO_MANY_FILES(
        HttpStatus.TOO_MANY_REQUESTS, "Too many files came that were not handed in: wait a while."),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The file took too long to come."),
    TRY_AGAIN(HttpStatus.SERVICE_UNAVAILABLE, "Too many files are coming at once. Try again.");

    private final HttpStatus status;
    private final String message;

    Reason(HttpStatus status, String message) {
      this.status = status;
      this.message = message;
    }

    HttpStatus status() {
      return status;
    }
  }
}
