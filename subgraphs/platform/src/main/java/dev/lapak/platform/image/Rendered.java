package dev.lapak.platform.image;

import java.util.List;

/**
 * What was made of a picture.
 *
 * @param width of the picture that came, upright
 * @param height of the picture that came, upright
 * @param renditions one for each size, in their order
 */
public record Rendered(int width, int height, List<Rendition> renditions) {

  public Rendered {
    renditions = List.copyOf(renditions);
  }
}
