package dev.lapak.products.imports;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;

/** How much more than before this JVM holds at most: on its heap, and in what the network reads. */
final class Memory implements AutoCloseable {

  private static final int OFTEN = 1_000;

  private final Thread watch = new Thread(this::look, "Memory");
  private final long before = held();
  private volatile long most = before;
  private volatile boolean over;

  static Memory watch() {
    Memory memory = new Memory();
    memory.watch.start();
    return memory;
  }

  private void look() {
    while (!over) {
      most = Math.max(most, held());
      try {
        Thread.sleep(OFTEN);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  long growth() {
    return most - before;
  }

  /** What a collection leaves. */
  private static long held() {
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    return jvm.totalMemory()
        - jvm.freeMemory()
        + ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric().usedDirectMemory();
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    watch.join();
  }
}
