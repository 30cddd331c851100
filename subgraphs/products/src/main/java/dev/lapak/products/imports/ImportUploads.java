package dev.lapak.products.imports;

import static dev.lapak.platform.file.UploadException.Reason.ALREADY_UPLOADED;
import static dev.lapak.platform.file.UploadException.Reason.FILE_EMPTY;
import static dev.lapak.platform.file.UploadException.Reason.NOT_FOUND;
import static dev.lapak.platform.file.UploadException.Reason.TOO_SLOW;
import static dev.lapak.platform.file.UploadException.Reason.TRY_AGAIN;

import dev.lapak.platform.file.UploadException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Takes files of products, and never holds more of one than a few pieces. */
public final class ImportUploads {

  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final ImportPieces pieces;
  private final ImportProperties properties;
  private final Semaphore places;

  /** One file is sent once at a time: who begins anew and anew must not hold all places. */
  private final Map<UUID, Coming> coming = new HashMap<>();

  ImportUploads(ImportPieces pieces, ImportProperties properties) {
    this.pieces = pieces;
    this.properties = properties;
    this.places = new Semaphore(properties.maxUploads());
  }

  /** Ends in an {@link UploadException} where the file is not taken. */
  public Mono<Void> take(UUID id, ServerHttpRequest request) {
    if (request.getHeaders().getContentLength() > properties.maxBytes()) {
      return Mono.error(Cutting.tooLarge(properties.maxBytes()));
    }
    return Mono.defer(
        () ->
            places.tryAcquire()
                ? store(id, request.getBody()).doFinally(signal -> places.release())
                : Mono.error(new UploadException(TRY_AGAIN)));
  }

  private Mono<Void> store(UUID id, Flux<DataBuffer> body) {
    return pieces
        .begin(id)
        .flatMap(attempt -> store(id, attempt, body).thenReturn(attempt))
        .switchIfEmpty(Mono.defer(() -> compare(id, body)))
        .then()
        .timeout(properties.uploadTimeout())
        .onErrorMap(TimeoutException.class, slow -> new UploadException(TOO_SLOW))
        .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
  }

  private Mono<Void> store(UUID id, int attempt, Flux<DataBuffer> body) {
    return latest(id, attempt, body, (file, cutting) -> store(id, attempt, file, cutting));
  }

  /** Who never heard that a file had come may send it again. */
  private Mono<Integer> compare(UUID id, Flux<DataBuffer> body) {
    return pieces
        .sent(id)
        .switchIfEmpty(Mono.error(() -> new UploadException(NOT_FOUND)))
        .flatMap(
            sent ->
                latest(id, sent.attempt(), body, (same, cutting) -> compare(sent, same, cutting))
                    .thenReturn(sent.attempt()));
  }

  private static Mono<Void> compare(ImportPieces.Sent sent, Flux<byte[]> same, Cutting cutting) {
    return same.then(
        Mono.defer(
            () ->
                Arrays.equals(sent.sha256(), cutting.sha256())
                    ? Mono.empty()
                    : Mono.error(new UploadException(ALREADY_UPLOADED))));
  }

  private Mono<Void> latest(
      UUID id,
      int attempt,
      Flux<DataBuffer> body,
      BiFunction<Flux<byte[]>, Cutting, Mono<Void>> taking) {
    Coming mine = new Coming(attempt, Sinks.empty());
    Coming earlier = begin(id, mine);
    if (earlier != null) {
      earlier.end.tryEmitError(overtaken());
    }
    Cutting cutting = new Cutting(properties.maxBytes());
    return taking
        .apply(cut(body.takeUntilOther(mine.end.asMono()), cutting), cutting)
        .doFinally(signal -> end(id, mine));
  }

  /** Answers the one that counts no more: tries may begin here in another order than there. */
  private synchronized @Nullable Coming begin(UUID id, Coming mine) {
    Coming other = coming.get(id);
    if (other != null && other.attempt > mine.attempt) {
      return mine;
    }
    coming.put(id, mine);
    return other;
  }

  private synchronized void end(UUID id, Coming mine) {
    coming.remove(id, mine);
  }

  private static Flux<byte[]> cut(Flux<DataBuffer> body, Cutting cutting) {
    return body.timeout(SILENCE)
        .concatMapIterable(cutting::add, 1)
        .concatWith(Flux.defer(() -> Flux.fromIterable(cutting.rest())));
  }

  private Mono<Void> store(UUID id, int attempt, Flux<byte[]> file, Cutting cutting) {
    return file.index()
        .concatMap(
            piece ->
                pieces
                    .add(id, attempt, piece.getT1().intValue(), piece.getT2())
                    .switchIfEmpty(Mono.error(ImportUploads::overtaken)),
            1)
        .then(Mono.defer(() -> finish(id, attempt, cutting)));
  }

  private Mono<Void> finish(UUID id, int attempt, Cutting cutting) {
    return cutting.size() == 0
        ? Mono.error(new UploadException(FILE_EMPTY))
        : pieces
            .finish(id, attempt, cutting.size(), cutting.sha256())
            .switchIfEmpty(Mono.error(ImportUploads::overtaken))
            .then();
  }

  private static UploadException overtaken() {
    return new UploadException(ALREADY_UPLOADED, "Another try to send a file here counts by now.");
  }

  /**
   * @param end ends it
   */
  private record Coming(int attempt, Sinks.Empty<DataBuffer> end) {}
}
