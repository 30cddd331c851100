package dev.lapak.platform.image;

import dev.lapak.platform.file.FileType;
import dev.lapak.platform.file.Places;
import dev.lapak.platform.file.UploadException;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes pictures anew on threads of its own, since it takes long; so many at once, for it takes
 * memory too. Their owners take turns.
 */
public final class Rendering implements AutoCloseable {

  private final ExecutorService workers;
  private final Turns turns;
  private final Places places;

  /**
   * @param atOnce how many pictures are unpacked at once
   * @param waiting how many may wait for that; more are refused
   */
  public Rendering(int atOnce, int waiting) {
    this.workers =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().name("images-", 1).daemon().factory());
    this.turns = new Turns(workers);
    this.places = new Places(atOnce + waiting);
  }

  /**
   * Ends in an {@link UploadException} where the file is no picture, or too much of one.
   *
   * @param owner whose picture it is
   * @param sides the sizes: a picture fits into a square of each
   */
  public Mono<Rendered> render(UUID owner, byte[] file, List<Integer> sides) {
    return work(owner, () -> rendered(file, sides));
  }

  /**
   * One JPEG of all of it, to be read: a long page stays as legible as a square one. Ends in an
   * {@link UploadException} as {@link #render} does.
   *
   * @param owner whose picture it is
   * @param pixels so many at most
   */
  public Mono<Rendition> remake(UUID owner, byte[] file, int pixels) {
    return work(owner, () -> remade(file, pixels));
  }

  private <T> Mono<T> work(UUID owner, Callable<T> work) {
    return places.within(
        owner, () -> Mono.fromCallable(work).subscribeOn(Schedulers.fromExecutor(turns.of(owner))));
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
    workers.shutdownNow();
  }
}
