package dev.lapak.local.bench;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How long things took, told by any thread. */
final class Times {

  private static final int CHUNK = 4_096;

  private final ConcurrentLinkedQueue<long[]> full = new ConcurrentLinkedQueue<>();
  private volatile Chunk current = new Chunk();

  private static final class Chunk {
    private final long[] nanos = new long[CHUNK];
    private final AtomicInteger next = new AtomicInteger();
  }

  void add(long nanos) {
    while (true) {
      Chunk chunk = current;
      int place = chunk.next.getAndIncrement();
      if (place < CHUNK) {
        chunk.nanos[place] = nanos;
        return;
      }
      replace(chunk);
    }
  }

  private synchronized void replace(Chunk old) {
    if (current == old) {
      full.add(old.nanos);
      current = new Chunk();
    }
  }

  /** All so far, to be called when nobody tells any more; forgets them. */
  synchronized long[] take() {
    Chunk last = current;
    int rest = Math.min(CHUNK, last.next.get());
    long[] all = new long[full.size() * CHUNK + rest];
    int at = 0;
    for (long[] chunk : full) {
      System.arraycopy(chunk, 0, all, at, CHUNK);
      at += CHUNK;
    }
    System.arraycopy(last.nanos, 0, all, at, rest);
    full.clear();
    current = new Chunk();
    return all;
  }
}
