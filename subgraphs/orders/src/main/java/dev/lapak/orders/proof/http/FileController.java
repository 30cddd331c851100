package dev.lapak.orders.proof.http;

import dev.lapak.orders.proof.Files;
import dev.lapak.orders.proof.ProofFile;
import dev.lapak.orders.proof.SignedUrls;
import dev.lapak.orders.proof.SignedUrls.Use;
import dev.lapak.orders.proof.UploadException;
import dev.lapak.orders.proof.UploadException.Reason;
import dev.lapak.orders.proof.Uploading;
import dev.lapak.platform.caller.Caller;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/files/proofs/{id}")
class FileController {

  private final SignedUrls urls;
  private final Uploading uploading;
  private final Files files;

  FileController(SignedUrls urls, Uploading uploading, Files files) {
    this.urls = urls;
    this.uploading = uploading;
    this.files = files;
  }

  @PutMapping
  Mono<ResponseEntity<Void>> put(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String expires,
      @RequestParam(defaultValue = "") String signature,
      @RequestAttribute(Caller.KEY) Caller caller,
      ServerHttpRequest request) {
    UUID upload = verified(caller, Use.WRITE, id, expires, signature);
    return uploading
        .take(upload, request.getHeaders().getContentLength(), request.getBody())
        .thenReturn(ResponseEntity.status(HttpStatus.CREATED).build());
  }

  /**
   * Never shown as a page of this host: as an attachment, of the type that was found, walled in.
   */
  @GetMapping
  Mono<ResponseEntity<Flux<DataBuffer>>> get(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String expires,
      @RequestParam(defaultValue = "") String signature,
      @RequestAttribute(Caller.KEY) Caller caller) {
    return files
        .find(verified(caller, Use.READ, id, expires, signature))
        .map(
            file ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(file.contentType()))
                    .contentLength(file.size())
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .headers(headers -> protect(headers, file))
                    .body(bytes(file)))
        .switchIfEmpty(Mono.error(FileController::notFound));
  }

  private Flux<DataBuffer> bytes(ProofFile file) {
    return files.read(file).map(DefaultDataBufferFactory.sharedInstance::wrap);
  }

  private static void protect(HttpHeaders headers, ProofFile file) {
    headers.setContentDisposition(
        ContentDisposition.attachment()
            .filename("proof-" + file.id() + "." + file.type().extension())
            .build());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  private UUID verified(Caller caller, Use use, String id, String expires, String signature) {
    try {
      UUID file = UUID.fromString(id);
      if (caller.name().equals("edge")
          && urls.isValid(use, file, Long.parseLong(expires), signature)) {
        return file;
      }
    } catch (IllegalArgumentException e) {
      // Falls through: not made here.
    }
    throw notFound();
  }

  private static UploadException notFound() {
    return new UploadException(Reason.NOT_FOUND);
  }

  /** The rest of a body that is not taken is not read: the connection ends. */
  @ExceptionHandler
  ResponseEntity<Problem> refuse(UploadException refusal) {
    Reason reason = refusal.reason();
    return ResponseEntity.status(status(reason))
        .header(HttpHeaders.CONNECTION, "close")
        .body(new Problem(reason.name(), reason.message()));
  }

  private static HttpStatus status(Reason reason) {
    return switch (reason) {
      case FILE_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case FILE_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case FILE_EMPTY -> HttpStatus.BAD_REQUEST;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case ALREADY_UPLOADED -> HttpStatus.CONFLICT;
      case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
      case TRY_AGAIN -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  record Problem(String code, String message) {}
}
