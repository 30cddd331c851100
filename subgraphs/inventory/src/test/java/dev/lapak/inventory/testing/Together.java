package dev.lapak.inventory.testing;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does things at the same time. */
public final class Together {

  private Together() {}

  /** What each of so many callers got, when all start at once. */
  public static <T> List<T> run(int callers, IntFunction<T> action) {
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers =
          IntStream.range(0, callers)
              .mapToObj(
                  caller ->
                      threads.submit(
                          () -> {
                            start.await();
                            return action.apply(caller);
                          }))
              .toList();
      start.countDown();
      return answers.stream().map(Together::answer).toList();
    }
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError("a caller got no answer", e);
    }
  }
}
