package dev.lapak.products.image;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of images that products have. */
public interface ImageFiles {

  /** Empty where there is none. */
  Mono<ImageFile> find(UUID id, ImageSize size);

  /** Its bytes, piece by piece, as fast as the reader takes them. */
  Flux<byte[]> read(UUID id, ImageSize size, int length);
}
