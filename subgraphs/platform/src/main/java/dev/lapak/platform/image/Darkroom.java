package dev.lapak.platform.image;

import com.twelvemonkeys.image.ResampleOp;
import dev.lapak.platform.file.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns, shrinks and develops pictures. */
final class Darkroom {

  private static final float QUALITY = 0.85f;

  private Darkroom() {}

  /** The picture so that it fits into a square; never enlarged. */
  static BufferedImage fitted(BufferedImage image, int side) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    return longest <= side
        ? image
        : new ResampleOp(
                scaled(image.getWidth(), side, longest),
                scaled(image.getHeight(), side, longest),
                ResampleOp.FILTER_TRIANGLE)
            .filter(image, null);
  }

  /** The picture with so many pixels at most, whatever its form; never enlarged. */
  static BufferedImage within(BufferedImage image, int pixels) {
    double scale = Math.sqrt((double) pixels / ((long) image.getWidth() * image.getHeight()));
    return scale >= 1
        ? image
        : new ResampleOp(
                Math.max(1, (int) (image.getWidth() * scale)),
                Math.max(1, (int) (image.getHeight() * scale)),
                ResampleOp.FILTER_TRIANGLE)
            .filter(image, null);
  }

  private static int scaled(int length, int side, int longest) {
    return Math.max(1, Math.round((float) length * side / longest));
  }

  /** The way it was seen, in plain colours; with the fourth only where one can look through it. */
  static BufferedImage upright(BufferedImage image, Orientation orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    return drawn(
        image,
        orientation.upright(width, height),
        orientation.isLying() ? height : width,
        orientation.isLying() ? width : height,
        isClear(image) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
  }

  private static boolean isClear(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return false;
    }
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 != 0xFF) {
          return true;
        }
      }
    }
    return false;
  }

  /** The picture as a file with nothing but itself in it. */
  static Rendition developed(BufferedImage image, FileType type) {
    BufferedImage plain =
        type == FileType.PNG
            ? image
            : drawn(
                image,
                new AffineTransform(),
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_INT_RGB);
    return new Rendition(type, image.getWidth(), image.getHeight(), file(plain, type));
  }

  private static BufferedImage drawn(
      BufferedImage image, AffineTransform how, int width, int height, int type) {
    BufferedImage copy = new BufferedImage(width, height, type);
    Graphics2D pen = copy.createGraphics();
    try {
      if (type == BufferedImage.TYPE_INT_RGB) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
      }
      pen.drawImage(image, how, null);
    } finally {
      pen.dispose();
    }
    return copy;
  }

  private static byte[] file(BufferedImage image, FileType type) {
    ImageWriter writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), type.name())
            .next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (type == FileType.JPEG) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
