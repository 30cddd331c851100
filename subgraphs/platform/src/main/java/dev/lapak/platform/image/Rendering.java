package dev.lapak.platform.image;

import dev.lapak.platform.file.FileType;
import dev.lapak.platform.file.UploadException;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes pictures anew on threads of its own, since it takes long; so many at once, for it takes
 * memory too.
 */
public final class Rendering implements AutoCloseable {

  private final Scheduler workers;

  /**
   * @param atOnce how many pictures are unpacked at once
   * @param waiting how many may wait for each of them; more are refused
   */
  public Rendering(int atOnce, int waiting) {
    this.workers = Schedulers.newBoundedElastic(atOnce, waiting, "images");
  }

  /**
   * Ends in an {@link UploadException} where the file is no picture, or too much of one.
   *
   * @param sides the sizes: a picture fits into a square of each
   */
  public Mono<Rendered> render(byte[] file, List<Integer> sides) {
    return work(() -> rendered(file, sides));
  }

  /**
   * One JPEG of all of it, to be read: a long page stays as legible as a square one. Ends in an
   * {@link UploadException} as {@link #render} does.
   *
   * @param pixels so many at most
   */
  public Mono<Rendition> remake(byte[] file, int pixels) {
    return work(() -> remade(file, pixels));
  }

  private <T> Mono<T> work(Callable<T> work) {
    return Mono.fromCallable(work)
        .subscribeOn(workers)
        .onErrorMap(
            RejectedExecutionException.class,
            full -> new UploadException(UploadException.Reason.TRY_AGAIN));
  }

  private static Rendered rendered(byte[] file, List<Integer> sides) {
    FileType type = ImageBounds.type(file);
    ImageHead head = ImageBounds.checked(type, file);
    List<Integer> falling = sides.stream().sorted(Comparator.reverseOrder()).toList();
    BufferedImage image =
        seen(type, head, file, large -> Darkroom.fitted(large, falling.getFirst()));
    FileType as = image.getColorModel().hasAlpha() ? FileType.PNG : FileType.JPEG;
    List<Rendition> renditions = new ArrayList<>();
    // The smaller from the larger, which is faster.
    for (int side : falling) {
      image = Darkroom.fitted(image, side);
      renditions.add(Darkroom.developed(image, as));
    }
    return new Rendered(
        head.uprightWidth(),
        head.uprightHeight(),
        sides.stream().map(side -> renditions.get(falling.indexOf(side))).toList());
  }

  private static Rendition remade(byte[] file, int pixels) {
    FileType type = ImageBounds.type(file);
    ImageHead head = ImageBounds.checked(type, file);
    return Darkroom.developed(
        seen(type, head, file, large -> Darkroom.within(large, pixels)), FileType.JPEG);
  }

  /** As it was seen; made smaller first, since all else takes longer. */
  private static BufferedImage seen(
      FileType type, ImageHead head, byte[] file, UnaryOperator<BufferedImage> smaller) {
    BufferedImage image = smaller.apply(Unpacking.unpack(type, head, file));
    BufferedImage upright = Darkroom.upright(image, head.orientation());
    return type == FileType.PNG
        ? PngParts.profile(file).map(profile -> Colours.plain(upright, profile)).orElse(upright)
        : upright;
  }

  @Override
  public void close() {
    workers.dispose();
  }
}
