package dev.lapak.products.imports.http;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.file.SignedUrls.Use;
import dev.lapak.products.imports.ImportUploads;
import dev.lapak.products.imports.Importing;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class ImportFileController {

  private final Importing importing;
  private final ImportUploads uploads;

  ImportFileController(Importing importing, ImportUploads uploads) {
    this.importing = importing;
    this.uploads = uploads;
  }

  @PutMapping("/files/imports/{id}")
  Mono<ResponseEntity<Void>> put(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String expires,
      @RequestParam(defaultValue = "") String signature,
      @RequestAttribute(Caller.KEY) Caller caller,
      ServerHttpRequest request) {
    UUID upload = importing.urls().verified(caller, Use.WRITE, id, expires, signature);
    return uploads
        .take(upload, request)
        .thenReturn(ResponseEntity.status(HttpStatus.CREATED).build());
  }
}
