package dev.lapak.products.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The files of imports, piece by piece. */
public interface ImportPieces {

  /** All pieces but the last have this size. */
  int SIZE = 256 * 1024;

  /** Begins to take a file; an earlier try counts no more. Empty where none is waited for. */
  Mono<Integer> begin(UUID id);

  /** Empty where another try counts by now. */
  Mono<Long> add(UUID id, int attempt, int place, byte[] bytes);

  /** The file is whole. Empty where another try counts by now. */
  Mono<Long> finish(UUID id, int attempt, int size, byte[] sha256);

  /** The file that has come; empty where none has. */
  Mono<Sent> sent(UUID id);

  /** Deletes some pieces that nobody needs any more; how many. */
  Mono<Long> deleteSome();

  /**
   * A file that is whole.
   *
   * @param attempt which of its tries was
   * @param sha256 of its bytes; null where it came before these were kept
   */
  record Sent(int attempt, byte @Nullable [] sha256) {}
}
