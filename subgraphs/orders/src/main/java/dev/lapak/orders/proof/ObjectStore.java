package dev.lapak.orders.proof;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the bytes of files outside of PostgreSQL, where there is one: under random names. */
public interface ObjectStore {

  Mono<Void> put(UUID name, byte[] bytes);

  /** Piece by piece, as fast as the reader takes them. */
  Flux<byte[]> read(UUID name);

  /** Deleting what is not there is fine. */
  Mono<Void> delete(UUID name);
}
