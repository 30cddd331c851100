package dev.lapak.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A WebP's chunks. What the picture says counts, whatever is said around it. */
final class WebpParts {

  private static final int FIRST = 12;
  private static final int HEAD = 8;
  private static final int SIDE = 0x3FFF;

  private WebpParts() {}

  static ImageHead head(ByteBuffer bytes) {
    ByteBuffer file = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (file.getInt(4) != file.limit() - HEAD) {
      throw new IllegalArgumentException("not as long as it says");
    }
    int width = 0;
    int height = 0;
    int frames = 0;
    Orientation orientation = Orientation.UPRIGHT;
    for (int at = FIRST; at + HEAD <= file.limit(); at = next(file, at)) {
      int start = at + HEAD;
      switch (new String(file.array(), at, 4, ISO_8859_1)) {
        case "VP8X" -> {
          width = Math.max(width, 1 + (file.getInt(start + 4) & 0xFFFFFF));
          height = Math.max(height, 1 + (file.getInt(start + 6) >>> 8));
        }
        case "VP8 " -> {
          frames++;
          width = Math.max(width, file.getShort(start + 6) & SIDE);
          height = Math.max(height, file.getShort(start + 8) & SIDE);
        }
        case "VP8L" -> {
          frames++;
          int sides = file.getInt(start + 1);
          width = Math.max(width, 1 + (sides & SIDE));
          height = Math.max(height, 1 + (sides >>> 14 & SIDE));
        }
        case "ANIM", "ANMF" -> frames += 2;
        case "EXIF" -> orientation = Exif.orientation(file.slice(start, file.getInt(at + 4)));
        default -> {}
      }
    }
    return new ImageHead(width, height, frames, 1, orientation);
  }

  private static int next(ByteBuffer file, int at) {
    int length = file.getInt(at + 4);
    int start = at + HEAD;
    if (length < 0 || length > file.limit() - start) {
      throw new IllegalArgumentException("a chunk without end");
    }
    return start + length + (length & 1);
  }
}
