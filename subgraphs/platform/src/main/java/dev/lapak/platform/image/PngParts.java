package dev.lapak.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/** A PNG's chunks. */
final class PngParts {

  private static final int MARK = 8;
  private static final int SHORTEST = 12;

  /** All that the picture itself needs; texts and profiles may unpack to far more than they are. */
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private PngParts() {}

  static ImageHead head(ByteBuffer file) {
    int frames = 1;
    boolean picture = false;
    Orientation orientation = Orientation.UPRIGHT;
    int at = MARK;
    for (String type = type(file, at); !type.equals("IEND"); type = type(file, at)) {
      if (type.equals("IHDR") != (at == MARK)) {
        throw new IllegalArgumentException("no head, or a second one");
      }
      switch (type) {
        case "acTL" -> frames = Math.max(2, file.getInt(at + 8));
        case "eXIf" -> orientation = Exif.orientation(file.slice(at + 8, file.getInt(at)));
        case "IDAT" -> picture = true;
        default -> {}
      }
      at = next(file, at);
    }
    if (!picture || next(file, at) != file.limit()) {
      throw new IllegalArgumentException("no picture, or something behind it");
    }
    return new ImageHead(file.getInt(MARK + 8), file.getInt(MARK + 12), frames, 1, orientation);
  }

  /** The picture alone, of a file whose head was read. */
  static byte[] picture(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    ByteArrayOutputStream picture = new ByteArrayOutputStream(bytes.length);
    picture.write(bytes, 0, MARK);
    for (int at = MARK; at < file.limit(); at = next(file, at)) {
      if (NEEDED.contains(type(file, at))) {
        picture.write(bytes, at, next(file, at) - at);
      }
    }
    return picture.toByteArray();
  }

  private static int next(ByteBuffer file, int at) {
    int length = file.getInt(at);
    if (length < 0 || length > file.limit() - at - SHORTEST) {
      throw new IllegalArgumentException("a chunk without end");
    }
    return at + SHORTEST + length;
  }

  private static String type(ByteBuffer file, int at) {
    return new String(file.array(), at + 4, 4, ISO_8859_1);
  }
}
