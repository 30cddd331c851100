package dev.lapak.products.image;

import static dev.lapak.platform.file.UploadException.Reason.ALREADY_UPLOADED;
import static dev.lapak.platform.file.UploadException.Reason.NOT_FOUND;

import dev.lapak.platform.file.Sha256;
import dev.lapak.platform.file.SignedUrls;
import dev.lapak.platform.file.UploadException;
import dev.lapak.platform.file.Uploads;
import dev.lapak.platform.image.Rendering;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Lets sellers send pictures, and takes them. */
public final class ImageUploads {

  private static final int MAX_UNUSED = 100;

  private final Images images;
  private final SignedUrls urls;
  private final Rendering rendering;
  private final Uploads uploads;
  private final ImageProperties properties;
  private final Clock clock;

  ImageUploads(
      Images images,
      SignedUrls urls,
      Rendering rendering,
      ImageProperties properties,
      Clock clock) {
    this.images = images;
    this.urls = urls;
    this.rendering = rendering;
    this.uploads =
        new Uploads(
            properties.maxBytes(), properties.uploadMemory().toBytes(), properties.uploadTimeout());
    this.properties = properties;
    this.clock = clock;
  }

  /** Empty where the seller has sent too many pictures that no product has. */
  public Mono<ImageUpload> request(UUID seller) {
    Instant until = clock.instant().plus(properties.uploadWithin()).truncatedTo(ChronoUnit.SECONDS);
    return images
        .begin(seller, until.atOffset(ZoneOffset.UTC), MAX_UNUSED)
        .map(
            id ->
                new ImageUpload(
                    id,
                    urls.toWrite(id, until),
                    until.atOffset(ZoneOffset.UTC),
                    properties.maxBytes()));
  }

  /** Ends in an {@link UploadException} where the picture is not taken. */
  public Mono<Void> take(UUID upload, ServerHttpRequest request) {
    return images
        .seller(upload)
        .switchIfEmpty(Mono.error(() -> new UploadException(NOT_FOUND)))
        .flatMap(seller -> uploads.take(seller, request, file -> store(upload, seller, file)));
  }

  private Mono<Void> store(UUID upload, UUID seller, byte[] file) {
    return rendering
        .render(seller, file, Arrays.stream(ImageSize.values()).map(ImageSize::side).toList())
        .flatMap(image -> images.save(upload, Sha256.of(file), image))
        .flatMap(
            saved ->
                switch (saved) {
                  case YES -> Mono.empty();
                  case OTHER -> Mono.error(new UploadException(ALREADY_UPLOADED));
                  case NO_UPLOAD -> Mono.error(new UploadException(NOT_FOUND));
                });
  }

  public SignedUrls urls() {
    return urls;
  }
}
