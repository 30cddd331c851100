package dev.lapak.orders.proof;

import java.time.Duration;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files' bytes. */
public interface Files {

  /** What became of a file. */
  enum Saved {
    /** It is stored, now or before. */
    YES,
    /** Other bytes are. */
    OTHER,
    /** There is no such upload. */
    NO_UPLOAD
  }

  Mono<Saved> save(ProofFile file, byte[] bytes);

  Mono<ProofFile> find(UUID id);

  /** Piece by piece, as fast as the reader takes them. */
  Flux<byte[]> read(ProofFile file);

  /**
   * Deletes what was put into an object store that long ago and belongs to no file (any more).
   *
   * @return how many, at most {@code limit}
   */
  Mono<Long> deleteLeftovers(Duration since, int limit);
}
