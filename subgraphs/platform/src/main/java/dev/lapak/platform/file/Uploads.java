package dev.lapak.platform.file;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes files into memory, so much at once and never more of one than its bound. Who sends slowly
 * holds no more than what has come, in a few {@link Places} of many: that keeps nobody else out.
 */
public final class Uploads {

  private static final int AT_ONCE = 256;

  /** Somebody who sends nothing for so long has gone. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final int maxBytes;
  private final long memory;
  private final Duration timeout;
  private final AtomicLong held = new AtomicLong();
  private final Places places = new Places(AT_ONCE);

  /**
   * @param maxBytes the largest file taken
   * @param memory how many bytes all files that are coming may take together
   * @param timeout how long a file may take to come
   */
  public Uploads(int maxBytes, long memory, Duration timeout) {
    this.maxBytes = maxBytes;
    this.memory = memory;
    this.timeout = timeout;
  }

  /**
   * Ends in an {@link UploadException} where the file is not taken.
   *
   * @param owner whose file it is
   * @param store what becomes of the whole file
   */
  public <T> Mono<T> take(UUID owner, ServerHttpRequest request, Function<byte[], Mono<T>> store) {
    return places.within(
        owner,
        () -> {
          AtomicLong mine = new AtomicLong();
          return whole(request.getHeaders().getContentLength(), request.getBody(), mine)
              // To look through it all takes a while.
              .publishOn(Schedulers.parallel())
              .flatMap(store)
              .doFinally(signal -> held.addAndGet(-mine.get()));
        });
  }

  private Mono<byte[]> whole(long announced, Flux<DataBuffer> body, AtomicLong mine) {
    return body.timeout(SILENCE)
        .reduceWith(
            () -> new Received(announced, maxBytes),
            (received, buffer) -> add(received, buffer, mine))
        .timeout(timeout)
        .onErrorMap(
            TimeoutException.class, slow -> new UploadException(UploadException.Reason.TOO_SLOW))
        .map(Received::bytes)
        .filter(bytes -> bytes.length > 0)
        .switchIfEmpty(Mono.error(() -> new UploadException(UploadException.Reason.FILE_EMPTY)));
  }

  private Received add(Received received, DataBuffer buffer, AtomicLong mine) {
    if (held.get() > memory) {
      DataBufferUtils.release(buffer);
      throw new UploadException(UploadException.Reason.TRY_AGAIN);
    }
    Received more = received.add(buffer);
    held.addAndGet(more.held() - mine.getAndSet(more.held()));
    return more;
  }
}
