package dev.lapak.products.image.http;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.file.SignedUrls.Use;
import dev.lapak.platform.file.UploadException;
import dev.lapak.products.image.ImageFile;
import dev.lapak.products.image.ImageFiles;
import dev.lapak.products.image.ImageSize;
import dev.lapak.products.image.ImageUploads;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
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
@RequestMapping("/files/images/{id}")
final class ImageFileController {

  private final ImageUploads uploads;
  private final ImageFiles files;

  ImageFileController(ImageUploads uploads, ImageFiles files) {
    this.uploads = uploads;
    this.files = files;
  }

  @PutMapping
  Mono<ResponseEntity<Void>> put(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String expires,
      @RequestParam(defaultValue = "") String signature,
      @RequestAttribute(Caller.KEY) Caller caller,
      ServerHttpRequest request) {
    UUID upload = uploads.urls().verified(caller, Use.WRITE, id, expires, signature);
    return uploads
        .take(upload, request)
        .thenReturn(ResponseEntity.status(HttpStatus.CREATED).build());
  }

  /** For anybody, and for ever: an address never shows another picture. */
  @GetMapping("/{size}.{extension}")
  Mono<ResponseEntity<Flux<DataBuffer>>> get(
      @PathVariable("id") String name, @PathVariable String size, @PathVariable String extension) {
    UUID id = id(name);
    ImageSize which = size(size);
    return files
        .find(id, which)
        .filter(file -> file.type().extension().equals(extension))
        .map(
            file ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(file.type().contentType()))
                    .contentLength(file.length())
                    .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                    .eTag("\"" + file.sha256() + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .body(bytes(id, which, file)))
        .switchIfEmpty(Mono.error(ImageFileController::notFound));
  }

  private Flux<DataBuffer> bytes(UUID id, ImageSize size, ImageFile file) {
    return files.read(id, size, file.length()).map(DefaultDataBufferFactory.sharedInstance::wrap);
  }

  private static UUID id(String name) {
    try {
      return UUID.fromString(name);
    } catch (IllegalArgumentException e) {
      throw notFound();
    }
  }

  private static ImageSize size(String name) {
    for (ImageSize size : ImageSize.values()) {
      if (size.name().toLowerCase(Locale.ROOT).equals(name)) {
        return size;
      }
    }
    throw notFound();
  }

  private static UploadException notFound() {
    return new UploadException(UploadException.Reason.NOT_FOUND);
  }
}
