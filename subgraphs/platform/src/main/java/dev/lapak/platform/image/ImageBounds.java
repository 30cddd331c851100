package dev.lapak.platform.image;

import static dev.lapak.platform.file.UploadException.Reason.FILE_TYPE;
import static dev.lapak.platform.file.UploadException.Reason.IMAGE_ANIMATED;
import static dev.lapak.platform.file.UploadException.Reason.IMAGE_BROKEN;
import static dev.lapak.platform.file.UploadException.Reason.IMAGE_TOO_LARGE;

import dev.lapak.platform.file.FileType;
import dev.lapak.platform.file.UploadException;

/** What is unpacked at all: a small file may claim to be a picture of any size. */
final class ImageBounds {

  private static final int MAX_SIDE = 12_000;
  private static final long MAX_PIXELS = 50_000_000;

  /** Unpacking one takes 35 bytes a pixel. */
  private static final long MAX_WEBP_PIXELS = 8_000_000;

  /** A camera's have about ten. */
  private static final int MAX_SCANS = 40;

  private ImageBounds() {}

  static FileType type(byte[] bytes) {
    return FileType.of(bytes)
        .filter(type -> type != FileType.PDF)
        .orElseThrow(
            () ->
                new UploadException(
                    FILE_TYPE, "The file is neither a JPEG nor a PNG nor a WebP picture."));
  }

  /** The head of a picture that may be unpacked. */
  static ImageHead checked(FileType type, byte[] bytes) {
    ImageHead head = ImageHead.of(type, bytes).orElseThrow(() -> new UploadException(IMAGE_BROKEN));
    if (head.frames() > 1) {
      throw new UploadException(IMAGE_ANIMATED);
    }
    long maxPixels = type == FileType.WEBP ? MAX_WEBP_PIXELS : MAX_PIXELS;
    if (Math.max(head.width(), head.height()) > MAX_SIDE || head.pixels() > maxPixels) {
      throw new UploadException(
          IMAGE_TOO_LARGE,
          "The picture has more than %,d pixels a side, or more than %,d in all."
              .formatted(MAX_SIDE, maxPixels));
    }
    if (head.scans() > MAX_SCANS) {
      throw new UploadException(
          IMAGE_TOO_LARGE,
          "The picture is packed in more than %d scans: save it anew.".formatted(MAX_SCANS));
    }
    return head;
  }
}
