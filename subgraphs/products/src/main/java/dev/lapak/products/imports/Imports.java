package dev.lapak.products.imports;

import dev.lapak.platform.page.Connection;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Imports as they are kept; each is its seller's own. */
public interface Imports {

  /** Begins one; empty where the seller has that many that are not over. */
  Mono<UUID> begin(
      UUID seller, Currency currency, ImportFormat format, OffsetDateTime until, int maxOpen);

  /** Empty where it is another's. */
  Mono<ProductImport> find(UUID id, UUID seller);

  /** The latest first. */
  Mono<Connection<ProductImport>> page(UUID seller, int first, @Nullable String after);

  /** Starts one whose file is there; empty where it is not so. */
  Mono<ProductImport> start(UUID id, UUID seller);

  /** Ends one that is not over; empty where it is not so. */
  Mono<ProductImport> cancel(UUID id, UUID seller);

  /**
   * Ends what was not started that long after it was asked for, and forgets what ended long ago.
   */
  Mono<Void> tidy(Duration keepWaiting, Duration keepEnded);
}
