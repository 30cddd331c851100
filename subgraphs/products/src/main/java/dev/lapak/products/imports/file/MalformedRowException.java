package dev.lapak.products.imports.file;

import dev.lapak.products.imports.RowErrorCode;
import org.jspecify.annotations.Nullable;

/** A row, or a field of it, is not of the form that its file promises. */
final class MalformedRowException extends RuntimeException {

  private final @Nullable String field;
  private final RowErrorCode code;
  private final String reason;

  /**
   * About the whole row.
   *
   * @param reason for people, in English
   */
  MalformedRowException(String reason) {
    this(null, RowErrorCode.ROW_MALFORMED, reason);
  }

  /**
   * @param field null where it is about the whole row
   * @param reason for people, in English
   */
  MalformedRowException(@Nullable String field, RowErrorCode code, String reason) {
    super(reason, null, false, false);
    this.field = field;
    this.code = code;
    this.reason = reason;
  }

  @Nullable String field() {
    return field;
  }

  RowErrorCode code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
