package dev.lapak.orders.proof;

import static dev.lapak.orders.proof.UploadException.Reason.ALREADY_UPLOADED;
import static dev.lapak.orders.proof.UploadException.Reason.FILE_EMPTY;
import static dev.lapak.orders.proof.UploadException.Reason.FILE_TYPE;
import static dev.lapak.orders.proof.UploadException.Reason.NOT_FOUND;
import static dev.lapak.orders.proof.UploadException.Reason.TOO_SLOW;
import static dev.lapak.orders.proof.UploadException.Reason.TRY_AGAIN;

import dev.lapak.orders.proof.UploadException.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes files, so many at once and never more of one than its bound. */
@Service
public class Uploading {

  private final Files files;
  private final ProofProperties properties;
  private final Semaphore places;

  Uploading(Files files, ProofProperties properties) {
    this.files = files;
    this.properties = properties;
    this.places = new Semaphore(properties.maxUploads());
  }

  /**
   * Ends in an {@link UploadException} where the file is not taken.
   *
   * @param announced how long the sender says that it is; negative if unknown
   */
  public Mono<Void> take(UUID upload, long announced, Flux<DataBuffer> body) {
    return Mono.defer(
        () ->
            places.tryAcquire()
                ? store(upload, announced, body).doFinally(signal -> places.release())
                : Mono.error(new UploadException(TRY_AGAIN)));
  }

  private Mono<Void> store(UUID upload, long announced, Flux<DataBuffer> body) {
    return body.reduceWith(() -> new Received(announced, properties.proofMaxBytes()), Received::add)
        .timeout(properties.uploadTimeout())
        .onErrorMap(TimeoutException.class, slow -> new UploadException(TOO_SLOW))
        .map(Received::bytes)
        .filter(bytes -> bytes.length > 0)
        .switchIfEmpty(Mono.error(() -> new UploadException(FILE_EMPTY)))
        // To look through it all takes a while.
        .publishOn(Schedulers.parallel())
        .flatMap(bytes -> files.save(file(upload, bytes), bytes))
        .flatMap(
            saved ->
                switch (saved) {
                  case YES -> Mono.empty();
                  case OTHER -> refuse(ALREADY_UPLOADED);
                  case NO_UPLOAD -> refuse(NOT_FOUND);
                });
  }

  private static Mono<Void> refuse(Reason reason) {
    return Mono.error(new UploadException(reason));
  }

  private static ProofFile file(UUID upload, byte[] bytes) {
    FileType type = FileType.of(bytes).orElseThrow(() -> new UploadException(FILE_TYPE));
    return new ProofFile(upload, type, bytes.length, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
