package dev.lapak.platform.image;

import java.nio.ByteBuffer;

/** A JPEG's segments. */
final class JpegParts {

  private static final int SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final String EXIF = "Exif\0\0";

  private JpegParts() {}

  static ImageHead head(ByteBuffer file) {
    int width = 0;
    int height = 0;
    Orientation orientation = Orientation.UPRIGHT;
    int at = 2;
    for (int marker = marker(file, at); marker != SCAN; marker = marker(file, at)) {
      if (isFrame(marker)) {
        height = unsigned(file, at + 5);
        width = unsigned(file, at + 7);
      } else if (marker == APP1 && Exif.isAt(file, at + 4, EXIF)) {
        int start = at + 4 + EXIF.length();
        orientation =
            Exif.orientation(file.slice(start, unsigned(file, at + 2) - 2 - EXIF.length()));
      }
      at += 2 + unsigned(file, at + 2);
    }
    return new ImageHead(width, height, 1, scans(file, at), orientation);
  }

  /** Their marks are told from the picture's bytes by what follows; a few too many don't matter. */
  private static int scans(ByteBuffer file, int from) {
    int scans = 0;
    byte[] bytes = file.array();
    for (int i = from; i + 1 < bytes.length; i++) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) SCAN) {
        scans++;
      }
    }
    return scans;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static int marker(ByteBuffer file, int at) {
    return file.get(at + 1) & 0xFF;
  }

  private static int unsigned(ByteBuffer file, int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }
}
