package dev.lapak.platform.image;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/**
 * What the numbers of a PNG mean, which its reader does not care for; those of other types convert
 * colours themselves.
 */
final class Colours {

  private static final ICC_Profile PLAIN = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

  private Colours() {}

  /** The same pixels with grey as three equal colours: to Java, grey's numbers are light. */
  static BufferedImage coloured(BufferedImage image) {
    ColorModel model = image.getColorModel();
    if (model.getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
      return image;
    }
    WritableRaster grey = image.getRaster();
    ComponentSampleModel samples = (ComponentSampleModel) grey.getSampleModel();
    WritableRaster colours =
        Raster.createInterleavedRaster(
            grey.getDataBuffer(),
            grey.getWidth(),
            grey.getHeight(),
            samples.getScanlineStride(),
            samples.getPixelStride(),
            model.hasAlpha() ? new int[] {0, 0, 0, 1} : new int[] {0, 0, 0},
            null);
    ComponentColorModel plain =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            model.hasAlpha(),
            false,
            model.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            grey.getTransferType());
    return new BufferedImage(plain, colours, false, null);
  }

  /** The picture in plain colours, if its numbers were meant by that profile. */
  static BufferedImage plain(BufferedImage image, ICC_Profile profile) {
    BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    image.copyData(plain.getRaster());
    try {
      new ColorConvertOp(new ICC_Profile[] {profile, PLAIN}, null)
          .filter(
              colours(image, profile.getNumComponents()), colours(plain, PLAIN.getNumComponents()));
    } catch (CMMException | IllegalArgumentException e) {
      return image; // The profile is broken.
    }
    return plain;
  }

  /** Of three equal ones any one is grey. */
  private static WritableRaster colours(BufferedImage image, int count) {
    return image
        .getRaster()
        .createWritableChild(
            0, 0, image.getWidth(), image.getHeight(), 0, 0, IntStream.range(0, count).toArray());
  }
}
