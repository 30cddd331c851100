package dev.lapak.orders.proof;

import dev.lapak.platform.viewer.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proofs as they are stored. Who may see them is the order's matter. */
public interface Proofs {

  /** The proofs of each of these orders, the latest first. */
  Mono<Map<UUID, List<PaymentProof>>> of(Collection<UUID> orders);

  /**
   * Which of these proofs have a file that was handed in for another order too, whoever's it is,
   * with those of the other orders that the viewer may see, the earliest first. Of proofs that are
   * not the viewer's to review nothing is told.
   *
   * @return for each proof that is; at most {@value #MAX_ELSEWHERE} orders
   */
  Mono<Map<UUID, Elsewhere>> elsewhere(Collection<UUID> proofs, Viewer viewer);

  int MAX_ELSEWHERE = 10;

  /**
   * Begins an upload if the order is that buyer's and takes one.
   *
   * @return its id; nothing if the order takes none
   */
  Mono<UUID> beginUpload(UUID orderId, UUID buyer, OffsetDateTime expiresAt);

  /**
   * Begins an upload for an order that is not known yet.
   *
   * @return its id; nothing if the buyer has too many of these
   */
  Mono<UUID> beginLooseUpload(UUID buyer, OffsetDateTime expiresAt);

  /** Whose upload it is; nothing if there is none. */
  Mono<UUID> buyer(UUID upload);

  /**
   * Makes the buyer's loose uploads ones for that order, if it is that buyer's and takes so many.
   *
   * @return whether it was done
   */
  Mono<Boolean> attach(UUID orderId, UUID buyer, List<UUID> uploads);

  /** Which of these are finished uploads for the order that no proof has. */
  Mono<Set<UUID>> unused(UUID orderId, List<UUID> uploads);

  /**
   * Makes a proof of unused uploads, in their order.
   *
   * @return nothing if one of them is not unused
   */
  Mono<PaymentProof> add(UUID orderId, List<UUID> uploads);

  /** Notes until when inventory holds the order's stock. */
  Mono<Long> held(UUID orderId, Instant until);

  /** Orders under review whose stock is held for less than that. */
  Flux<HeldOrder> heldLessThan(Duration left, int limit);

  /**
   * Deletes uploads that have ended: those to which no file came at once, those whose file is not
   * part of a proof that long after. Their orders may have others instead.
   *
   * @return how many, at most {@code limit}
   */
  Mono<Long> deleteUnused(Duration since, int limit);
}
