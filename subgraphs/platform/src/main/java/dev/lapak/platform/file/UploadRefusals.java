package dev.lapak.platform.file;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why a file is not taken: JSON with a code. */
@RestControllerAdvice
final class UploadRefusals {

  /** The rest of a body that is not taken is not read: the connection ends. */
  @ExceptionHandler
  ResponseEntity<Problem> refuse(UploadException refusal) {
    return ResponseEntity.status(refusal.reason().status())
        .header(HttpHeaders.CONNECTION, "close")
        .body(new Problem(refusal.reason().name(), refusal.getMessage()));
  }

  record Problem(String code, String message) {}
}
