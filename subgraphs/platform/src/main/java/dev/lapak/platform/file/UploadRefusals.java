package dev.lapak.platform.file;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why a file is not taken: JSON with a code. */
@RestControllerAdvice
final class UploadRefusals {

  /** In seconds: about as long as it takes to make one large picture anew. */
  private static final String SOON = "2";

  /**
   * The connection stays, and what still comes of the body is dropped: closed with bytes unread, it
   * would be reset, and who still sends would hear that instead of why. The edge closes it.
   */
  @ExceptionHandler
  ResponseEntity<Problem> refuse(UploadException refusal) {
    return ResponseEntity.status(refusal.reason().status())
        .headers(headers -> sayWhen(headers, refusal.reason()))
        .contentType(MediaType.APPLICATION_JSON) // whatever picture was hoped for
        .body(new Problem(refusal.reason().name(), refusal.getMessage()));
  }

  private static void sayWhen(HttpHeaders headers, UploadException.Reason reason) {
    if (reason == UploadException.Reason.TRY_AGAIN) {
      headers.set(HttpHeaders.RETRY_AFTER, SOON);
    }
  }

  record Problem(String code, String message) {}
}
