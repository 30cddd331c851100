package dev.lapak.orders.proof.s3;

import dev.lapak.orders.proof.ObjectStore;
import dev.lapak.platform.file.UploadException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Objects in one bucket, readable by nobody else: they are served by orders alone. */
final class S3Objects implements ObjectStore {

  private static final Logger log = LoggerFactory.getLogger(S3Objects.class);

  private static final String FOLDER = "proofs/";

  private final S3AsyncClient s3;
  private final String bucket;

  S3Objects(S3AsyncClient s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Mono<Void> put(UUID name, byte[] bytes) {
    return call(() ->
            s3.putObject(
                request ->
                    request
                        .bucket(bucket)
                        .key(FOLDER + name)
                        .contentType("application/octet-stream"),
                AsyncRequestBody.fromBytesUnsafe(bytes)))
        .then();
  }

  @Override
  public Flux<byte[]> read(UUID name) {
    return call(() ->
            s3.getObject(
                request -> request.bucket(bucket).key(FOLDER + name),
                AsyncResponseTransformer.toPublisher()))
        .flatMapMany(Flux::from)
        .map(S3Objects::bytes)
        .onErrorMap(S3Objects::refused);
  }

  @Override
  public Mono<Void> delete(UUID name) {
    return call(() -> s3.deleteObject(request -> request.bucket(bucket).key(FOLDER + name))).then();
  }

  /**
   * Who asks may have to be found out first, by a read that blocks; and what goes on with the
   * answer does not do so on Amazon's threads.
   */
  private static <T> Mono<T> call(Supplier<CompletableFuture<T>> call) {
    return Mono.fromFuture(call)
        .subscribeOn(Schedulers.boundedElastic())
        .publishOn(Schedulers.parallel())
        .onErrorMap(S3Objects::refused);
  }

  private static Throwable refused(Throwable failure) {
    if (failure instanceof UploadException) {
      return failure;
    }
    log.error("The bucket does not answer as it should: {}", failure.toString());
    return new UploadException(
        UploadException.Reason.TRY_AGAIN, "Files can't be reached now. Try again later.");
  }

  private static byte[] bytes(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()];
    piece.get(bytes);
    return bytes;
  }
}
