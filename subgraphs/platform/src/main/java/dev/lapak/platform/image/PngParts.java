package dev.lapak.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/** A PNG's chunks. */
final class PngParts {

  private static final int MARK = 8;
  private static final int SHORTEST = 12;
  private static final int KIND = MARK + 17;
  private static final int LONGEST_PROFILE = 1 << 20;

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

  /** What its colours mean, if it says so. Of a long one, which may be a bomb, nothing is kept. */
  static Optional<ICC_Profile> profile(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    for (int at = MARK; at < file.limit(); at = next(file, at)) {
      if (type(file, at).equals("iCCP")) {
        return profile(bytes, at + 8, file.getInt(at))
            .filter(profile -> profile.getColorSpaceType() == colours(file));
      }
    }
    return Optional.empty();
  }

  /** A name and a zero, another zero for the way in which it is packed, the profile. */
  private static Optional<ICC_Profile> profile(byte[] bytes, int from, int length) {
    int end = from + length;
    int name = from;
    while (name < end && bytes[name] != 0) {
      name++;
    }
    int start = Math.min(end, name + 2);
    try (InputStream packed =
        new InflaterInputStream(new ByteArrayInputStream(bytes, start, end - start))) {
      byte[] profile = packed.readNBytes(LONGEST_PROFILE + 1);
      return profile.length > LONGEST_PROFILE
          ? Optional.empty()
          : Optional.of(ICC_Profile.getInstance(profile));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int colours(ByteBuffer file) {
    boolean coloured = (file.get(KIND) & 2) != 0;
    return coloured ? ColorSpace.TYPE_RGB : ColorSpace.TYPE_GRAY;
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
