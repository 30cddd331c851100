package dev.lapak.platform.file;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes files, so many at once and never more of one than its bound. */
public final class Uploads {

  private final int maxBytes;
  private final Duration timeout;
  private final Semaphore places;

  /**
   * @param maxBytes the largest file taken
   * @param atOnce how many are taken at once; each is held in memory until it is stored
   * @param timeout how long a file may take to come
   */
  public Uploads(int maxBytes, int atOnce, Duration timeout) {
    this.maxBytes = maxBytes;
    this.timeout = timeout;
    this.places = new Semaphore(atOnce);
  }

  /**
   * Ends in an {@link UploadException} where the file is not taken.
   *
   * @param store what becomes of the whole file
   */
  public Mono<Void> take(ServerHttpRequest request, Function<byte[], Mono<Void>> store) {
    return Mono.defer(
        () ->
            places.tryAcquire()
                ? whole(request.getHeaders().getContentLength(), request.getBody())
                    // To look through it all takes a while.
                    .publishOn(Schedulers.parallel())
                    .flatMap(store)
                    .doFinally(signal -> places.release())
                : Mono.error(new UploadException(UploadException.Reason.TRY_AGAIN)));
  }

  private Mono<byte[]> whole(long announced, Flux<DataBuffer> body) {
    return body.reduceWith(() -> new Received(announced, maxBytes), Received::add)
        .timeout(timeout)
        .onErrorMap(
            TimeoutException.class, slow -> new UploadException(UploadException.Reason.TOO_SLOW))
        .map(Received::bytes)
        .filter(bytes -> bytes.length > 0)
        .switchIfEmpty(Mono.error(() -> new UploadException(UploadException.Reason.FILE_EMPTY)));
  }
}
