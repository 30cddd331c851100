package dev.lapak.platform.file;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** So much at once, and of one owner only a little of it, so that nobody keeps all others out. */
public final class Places {

  /** As many files as a browser sends to one host at once. */
  static final int EACH = 6;

  private final int all;
  private final Map<UUID, Integer> taken = new HashMap<>();
  private int count;

  public Places(int all) {
    this.all = all;
  }

  /** Ends in an {@link UploadException} where the owner gets no place now. */
  public <T> Mono<T> within(UUID owner, Supplier<Mono<T>> work) {
    return Mono.defer(
        () ->
            take(owner)
                ? Mono.defer(work).doFinally(signal -> leave(owner))
                : Mono.error(new UploadException(UploadException.Reason.TRY_AGAIN)));
  }

  private synchronized boolean take(UUID owner) {
    int own = taken.getOrDefault(owner, 0);
    if (count == all || own == EACH) {
      return false;
    }
    taken.put(owner, own + 1);
    count++;
    return true;
  }

  private synchronized void leave(UUID owner) {
    taken.computeIfPresent(owner, (same, own) -> own == 1 ? null : own - 1);
    count--;
  }
}
