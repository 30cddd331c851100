package dev.lapak.platform.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Real pictures, each with other bytes. */
public final class Pictures {

  private Pictures() {}

  public static byte[] png() {
    return picture("png");
  }

  public static byte[] jpeg() {
    return picture("jpeg");
  }

  /** One pixel, as a browser writes it. */
  public static byte[] webp() {
    return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
  }

  /** Of exactly that size, with a page. */
  public static byte[] pdf(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) ' ');
    byte[] head =
        ("%PDF-1.7\n%" + UUID.randomUUID() + "\n1 0 obj<</Type/Page>>endobj\n")
            .getBytes(ISO_8859_1);
    byte[] tail = "\nstartxref\n0\n%%EOF\n".getBytes(ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(tail, 0, bytes, size - tail.length, tail.length);
    return bytes;
  }

  private static byte[] picture(String format) {
    return picture(format, 16, 16);
  }

  public static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, ThreadLocalRandom.current().nextInt());
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
