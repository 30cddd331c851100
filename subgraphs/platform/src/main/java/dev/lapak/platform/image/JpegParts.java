package dev.lapak.platform.image;

import java.nio.ByteBuffer;

/** A JPEG's segments, each with the picture's bytes behind it if it begins a scan. */
final class JpegParts {

  private static final int FIRST = 2;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final String EXIF = "Exif\0\0";

  private JpegParts() {}

  /** What is behind the picture, phones' own, is not looked at. */
  static ImageHead head(ByteBuffer file) {
    int width = 0;
    int height = 0;
    int scans = 0;
    Orientation orientation = Orientation.UPRIGHT;
    int at = marker(file, FIRST);
    for (int marker = file.get(at) & 0xFF; marker != END; marker = file.get(at) & 0xFF) {
      int length = unsigned(file, at + 1);
      if (isFrame(marker)) {
        height = Math.max(height, unsigned(file, at + 4));
        width = Math.max(width, unsigned(file, at + 6));
      } else if (marker == APP1 && Exif.isAt(file, at + 3, EXIF)) {
        int start = at + 3 + EXIF.length();
        orientation = Exif.orientation(file.slice(start, length - 2 - EXIF.length()));
      }
      at += 1 + length;
      if (marker == SCAN) {
        scans++;
        at = behindScan(file, at);
      }
      at = marker(file, at);
    }
    return new ImageHead(width, height, 1, scans, orientation);
  }

  /** Where the marker is that begins there; any number of bytes may fill the room before it. */
  private static int marker(ByteBuffer file, int from) {
    if (file.get(from) != (byte) 0xFF) {
      throw new IllegalArgumentException("no marker");
    }
    int at = from + 1;
    while (file.get(at) == (byte) 0xFF) {
      at++;
    }
    return at;
  }

  private static int behindScan(ByteBuffer file, int from) {
    int at = from;
    while (file.get(at) != (byte) 0xFF || !endsScan(file.get(at + 1) & 0xFF)) {
      at++;
    }
    return at;
  }

  /** Markers from RST0 to RST7 are in the midst of one. */
  private static boolean endsScan(int marker) {
    return marker >= 0xC0 && marker < 0xFF && (marker & 0xF8) != 0xD0;
  }

  /** SOF0 to SOF15, less DHT, JPG and DAC, which lie between them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static int unsigned(ByteBuffer file, int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }
}
