package dev.lapak.products.imports;

import static dev.lapak.products.imports.ImportErrorCode.FILE_MISSING;
import static dev.lapak.products.imports.ImportErrorCode.IMPORT_NOT_FOUND;
import static dev.lapak.products.imports.ImportErrorCode.IMPORT_OVER;
import static dev.lapak.products.imports.ImportErrorCode.TOO_MANY_IMPORTS;

import dev.lapak.platform.background.Loop;
import dev.lapak.platform.file.SignedUrls;
import dev.lapak.products.imports.ImportChange.Done;
import dev.lapak.products.imports.ImportChange.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Lets sellers import products. */
public final class Importing {

  private static final int MAX_OPEN = 5;

  private final Imports imports;
  private final SignedUrls urls;
  private final Loop work;
  private final ImportProperties properties;
  private final Clock clock;

  Importing(Imports imports, SignedUrls urls, Loop work, ImportProperties properties, Clock clock) {
    this.imports = imports;
    this.urls = urls;
    this.work = work;
    this.properties = properties;
    this.clock = clock;
  }

  public Mono<ImportChange> request(UUID seller, Currency currency, ImportFormat format) {
    Instant until = clock.instant().plus(properties.uploadWithin()).truncatedTo(ChronoUnit.SECONDS);
    return imports
        .begin(seller, currency, format, until.atOffset(ZoneOffset.UTC), MAX_OPEN)
        .flatMap(id -> imports.find(id, seller))
        .<ImportChange>map(begun -> new Done(begun, upload(begun.id(), until)))
        .defaultIfEmpty(Refused.because(TOO_MANY_IMPORTS, "You have 5 imports that are not over."));
  }

  private ImportUpload upload(UUID id, Instant until) {
    return new ImportUpload(
        urls.toWrite(id, until), until.atOffset(ZoneOffset.UTC), properties.maxBytes());
  }

  /** Starting what has been started changes nothing. */
  public Mono<ImportChange> start(UUID id, UUID seller) {
    return imports
        .start(id, seller)
        .doOnNext(started -> work.wake())
        .<ImportChange>map(started -> new Done(started, null))
        .switchIfEmpty(Mono.defer(() -> imports.find(id, seller)).map(Importing::notStarted))
        .defaultIfEmpty(notFound());
  }

  private static ImportChange notStarted(ProductImport now) {
    return switch (now.status()) {
      case REQUESTED, UPLOADED -> Refused.because(FILE_MISSING, "Its file has not come.", "id");
      case CANCELLED -> Refused.because(IMPORT_OVER, "It was cancelled.", "id");
      case RUNNING, COMPLETED, FAILED -> new Done(now, null);
    };
  }

  /** What is in the catalogue by then stays. Cancelling what was cancelled changes nothing. */
  public Mono<ImportChange> cancel(UUID id, UUID seller) {
    return imports
        .cancel(id, seller)
        .<ImportChange>map(cancelled -> new Done(cancelled, null))
        .switchIfEmpty(
            Mono.defer(() -> imports.find(id, seller))
                .map(
                    now ->
                        now.status() == ImportStatus.CANCELLED
                            ? new Done(now, null)
                            : Refused.because(IMPORT_OVER, "It is over.", "id")))
        .defaultIfEmpty(notFound());
  }

  public SignedUrls urls() {
    return urls;
  }

  private static ImportChange notFound() {
    return Refused.because(IMPORT_NOT_FOUND, "You have no such import.", "id");
  }
}
