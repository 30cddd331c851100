package dev.lapak.local.replay;

import java.util.random.RandomGenerator;

/** What goes wrong at a checkout. */
enum Mischief {
  NONE,
  /** Sent twice at once, with the same key. */
  DOUBLE_CLICK,
  /** The buyer hangs up 0 to 40 ms after sending, and sends it again. */
  HANG_UP,
  /** Sent again after it was answered. */
  AGAIN;

  /** Something at four in ten. */
  static Mischief draw(RandomGenerator random) {
    Mischief[] all = values();
    return random.nextInt(10) < 4 ? all[1 + random.nextInt(all.length - 1)] : NONE;
  }
}
