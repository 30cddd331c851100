package dev.lapak.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many do something at the very same time. */
public final class Race {

  private Race() {}

  /** What each of them got, in their order; fails if one of them does. */
  public static <T> List<T> of(int racers, IntFunction<T> racer) {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(racers)) {
      for (int i = 0; i < racers; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return racer.apply(number);
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
