package dev.lapak.platform.image;

import dev.lapak.platform.file.FileType;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a picture says of itself before anybody unpacks it.
 *
 * @param width as it is stored
 * @param height as it is stored
 * @param frames how many pictures one after the other
 * @param scans how often the whole picture is gone over to unpack it
 */
record ImageHead(int width, int height, int frames, int scans, Orientation orientation) {

  /** Nothing if it is no picture, or says nothing sensible. */
  static Optional<ImageHead> of(FileType type, byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    try {
      return switch (type) {
        case JPEG -> Optional.of(JpegParts.head(file)).filter(ImageHead::isSensible);
        case PNG -> Optional.of(PngParts.head(file)).filter(ImageHead::isSensible);
        case WEBP -> Optional.of(WebpParts.head(file)).filter(ImageHead::isSensible);
        case PDF -> Optional.empty();
      };
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isSensible() {
    return width > 0 && height > 0;
  }

  long pixels() {
    return (long) width * height;
  }

  int uprightWidth() {
    return orientation.isLying() ? height : width;
  }

  int uprightHeight() {
    return orientation.isLying() ? width : height;
  }
}
