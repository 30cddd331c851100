package dev.lapak.products.image.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.platform.file.FileType;
import io.r2dbc.spi.Readable;
import java.util.Arrays;

/** Types as the tables name them. */
final class ContentTypes {

  private ContentTypes() {}

  static FileType of(Readable row, int position) {
    String contentType = requireNonNull(row.get(position, String.class));
    return Arrays.stream(FileType.values())
        .filter(type -> type.contentType().equals(contentType))
        .findFirst()
        .orElseThrow();
  }
}
