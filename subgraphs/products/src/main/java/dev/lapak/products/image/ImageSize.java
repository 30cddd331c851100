package dev.lapak.products.image;

/** In which sizes there are images: each fits into a square. */
public enum ImageSize {
  SMALL(200),
  MEDIUM(600),
  LARGE(1_600);

  private final int side;

  ImageSize(int side) {
    this.side = side;
  }

  /** Of the square, in pixels. */
  int side() {
    return side;
  }
}
