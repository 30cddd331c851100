package dev.lapak.orders.proof;

import static dev.lapak.platform.file.UploadException.Reason.ALREADY_UPLOADED;
import static dev.lapak.platform.file.UploadException.Reason.FILE_TYPE;
import static dev.lapak.platform.file.UploadException.Reason.NOT_FOUND;
import static dev.lapak.platform.file.UploadException.Reason.TOO_MANY_FILES;

import dev.lapak.platform.file.FileType;
import dev.lapak.platform.file.Sha256;
import dev.lapak.platform.file.UploadException;
import dev.lapak.platform.file.Uploads;
import dev.lapak.platform.image.Rendering;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the files of proofs. */
@Service
public class Uploading {

  private final Files files;
  private final Proofs proofs;
  private final Rendering rendering;
  private final Uploads uploads;
  private final int pixels;
  private final Duration looseFor;
  private final Clock clock;

  Uploading(
      Files files, Proofs proofs, Rendering rendering, ProofProperties properties, Clock clock) {
    this.files = files;
    this.proofs = proofs;
    this.rendering = rendering;
    this.pixels = properties.proofPixels();
    this.looseFor = properties.uploadWithin();
    this.clock = clock;
    this.uploads =
        new Uploads(
            properties.proofMaxBytes(),
            properties.uploadMemory().toBytes(),
            properties.uploadTimeout());
  }

  /** Ends in an {@link UploadException} where the file is not taken. */
  public Mono<Void> take(UUID upload, ServerHttpRequest request) {
    return proofs
        .buyer(upload)
        .switchIfEmpty(Mono.error(() -> new UploadException(NOT_FOUND)))
        .flatMap(buyer -> uploads.take(buyer, request, came -> store(upload, buyer, came)));
  }

  /**
   * Takes a file before it is known for which order it is. Ends in an {@link UploadException} where
   * it is not taken.
   *
   * @return its id
   */
  public Mono<UUID> takeLoose(UUID buyer, ServerHttpRequest request) {
    return uploads.take(
        buyer,
        request,
        came ->
            proofs
                .beginLooseUpload(buyer, clock.instant().plus(looseFor).atOffset(ZoneOffset.UTC))
                .switchIfEmpty(Mono.error(() -> new UploadException(TOO_MANY_FILES)))
                .flatMap(upload -> store(upload, buyer, came).thenReturn(upload)));
  }

  private Mono<Void> store(UUID upload, UUID buyer, byte[] came) {
    return kept(buyer, type(came), came)
        .flatMap(
            kept ->
                files.save(
                    new ProofFile(
                        upload,
                        kept.type(),
                        kept.bytes().length,
                        HexFormat.of().formatHex(Sha256.of(came))),
                    kept.bytes()))
        .flatMap(
            saved ->
                switch (saved) {
                  case YES -> Mono.empty();
                  case OTHER -> Mono.error(new UploadException(ALREADY_UPLOADED));
                  case NO_UPLOAD -> Mono.error(new UploadException(NOT_FOUND));
                });
  }

  /**
   * A picture without what was not the picture; a PDF as it is, for there is nothing else in it.
   */
  private Mono<Kept> kept(UUID buyer, FileType type, byte[] came) {
    return type == FileType.PDF
        ? Mono.fromCallable(
            () -> {
              PdfCheck.require(came);
              return new Kept(type, came);
            })
        : rendering.remake(buyer, came, pixels).map(made -> new Kept(made.type(), made.bytes()));
  }

  private static FileType type(byte[] bytes) {
    return FileType.of(bytes)
        .orElseThrow(
            () ->
                new UploadException(
                    FILE_TYPE, "The file is neither a JPEG, PNG or WebP picture nor a PDF."));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(FileType type, byte[] bytes) {}
}
