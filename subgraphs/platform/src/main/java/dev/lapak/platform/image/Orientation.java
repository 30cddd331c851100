package dev.lapak.platform.image;

import java.awt.geom.AffineTransform;

/** How a camera was held, in the order of Exif's numbers: where the first row and column are. */
enum Orientation {
  UPRIGHT(1, 0, 0, 1, false),
  MIRRORED(-1, 0, 0, 1, false),
  UPSIDE_DOWN(-1, 0, 0, -1, false),
  FLIPPED(1, 0, 0, -1, false),
  TRANSPOSED(0, 1, 1, 0, true),
  LEFT(0, 1, -1, 0, true),
  TRANSVERSED(0, -1, -1, 0, true),
  RIGHT(0, -1, 1, 0, true);

  private final int xx;
  private final int yx;
  private final int xy;
  private final int yy;
  private final boolean lying;

  Orientation(int xx, int yx, int xy, int yy, boolean lying) {
    this.xx = xx;
    this.yx = yx;
    this.xy = xy;
    this.yy = yy;
    this.lying = lying;
  }

  /**
   * @param number 1 to 8; anything else says nothing
   */
  static Orientation of(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean isLying() {
    return lying;
  }

  /** Sets a picture of this size upright, with its corner back at the origin. */
  AffineTransform upright(int width, int height) {
    int left = Math.min(0, xx * width) + Math.min(0, xy * height);
    int top = Math.min(0, yx * width) + Math.min(0, yy * height);
    return new AffineTransform(xx, yx, xy, yy, -left, -top);
  }
}
