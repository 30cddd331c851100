package dev.lapak.edge.subscription;

import static dev.lapak.platform.error.RequestErrorCode.TOO_MANY_SUBSCRIPTIONS;

import dev.lapak.edge.error.RefusedException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts what is open at once, of one connection and of all together. */
public final class Slots {

  /** The key in the context of an operation. */
  public static final String KEY = Slots.class.getName();

  private final int most;
  private final @Nullable Slots all;
  private final AtomicInteger taken = new AtomicInteger();

  Slots(int most, @Nullable Slots all) {
    this.most = most;
    this.all = all;
  }

  /** A connection's own share. */
  public Slots share(int most) {
    return new Slots(most, this);
  }

  /**
   * @throws RefusedException if too many are open
   */
  Slots take() {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      throw RefusedException.of(
          TOO_MANY_SUBSCRIPTIONS, "More than %d subscriptions at once.".formatted(most));
    }
    if (all != null) {
      try {
        all.take();
      } catch (RefusedException e) {
        taken.decrementAndGet();
        throw e;
      }
    }
    return this;
  }

  void release() {
    taken.decrementAndGet();
    if (all != null) {
      all.release();
    }
  }

  int taken() {
    return taken.get();
  }
}
