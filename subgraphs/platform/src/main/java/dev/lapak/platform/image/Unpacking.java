package dev.lapak.platform.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.lapak.platform.file.FileType;
import dev.lapak.platform.file.UploadException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Unpacks a picture, of a very large one only every second or third pixel. */
final class Unpacking {

  /** Of a square picture, three times the largest size made of it. */
  private static final long MAX_PIXELS = 4_800 * 4_800;

  private Unpacking() {}

  /**
   * @param head which says that it may be unpacked
   */
  static BufferedImage unpack(FileType type, ImageHead head, byte[] bytes) {
    try {
      ImageReader reader = reader(type);
      byte[] picture = type == FileType.PNG ? PngParts.picture(bytes) : bytes;
      try (ImageInputStream stream = new ByteArrayImageInputStream(picture)) {
        reader.setInput(stream, true, true);
        if (reader.getWidth(0) > head.width() || reader.getHeight(0) > head.height()) {
          throw new IOException("larger than its head says");
        }
        BufferedImage image = reader.read(0, param(reader, head));
        return type == FileType.PNG ? Colours.coloured(image) : image;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Readers throw what they like at what is broken.
      UploadException broken = new UploadException(UploadException.Reason.IMAGE_BROKEN);
      broken.addSuppressed(e);
      throw broken;
    }
  }

  private static ImageReader reader(FileType type) throws IOException {
    return type == FileType.WEBP
        ? new WebPImageReaderSpi().createReaderInstance(null)
        : ImageIO.getImageReadersByFormatName(type.name()).next();
  }

  private static ImageReadParam param(ImageReader reader, ImageHead head) {
    ImageReadParam param = reader.getDefaultReadParam();
    int step = step(head);
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }

  private static int step(ImageHead head) {
    int step = 1;
    while ((long) Math.ceilDiv(head.width(), step) * Math.ceilDiv(head.height(), step)
        > MAX_PIXELS) {
      step++;
    }
    return step;
  }
}
