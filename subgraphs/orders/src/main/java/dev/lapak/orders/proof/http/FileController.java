package dev.lapak.orders.proof.http;

import dev.lapak.orders.proof.Files;
import dev.lapak.orders.proof.ProofFile;
import dev.lapak.orders.proof.ProofUrls;
import dev.lapak.orders.proof.Uploading;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.file.SignedUrls.Use;
import dev.lapak.platform.file.UploadException;
import dev.lapak.platform.file.UploadException.Reason;
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

  private final ProofUrls urls;
  private final Uploading uploading;
  private final Files files;

  FileController(ProofUrls urls, Uploading uploading, Files files) {
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
        .take(upload, request)
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
        .switchIfEmpty(Mono.error(() -> new UploadException(Reason.NOT_FOUND)));
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
    return urls.signed().verified(caller, use, id, expires, signature);
  }
}
