package dev.lapak.orders.proof;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.reservation.Reservations;
import dev.lapak.platform.outbox.Outbox;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Hands in proofs. The stock is held for the review first, since a proof must not be accepted for
 * goods that may be gone; then one transaction moves the order and makes the proof.
 */
@Service
public class Submission {

  static final int MAX_FILES = 5;

  private final Orders orders;
  private final OrderMoves moves;
  private final Proofs proofs;
  private final Reservations reservations;
  private final TransactionalOperator transaction;
  private final Outbox outbox;
  private final ProofProperties properties;
  private final Clock clock;

  Submission(
      Orders orders,
      OrderMoves moves,
      Proofs proofs,
      Reservations reservations,
      TransactionalOperator transaction,
      Outbox outbox,
      ProofProperties properties,
      Clock clock) {
    this.orders = orders;
    this.moves = moves;
    this.proofs = proofs;
    this.reservations = reservations;
    this.transaction = transaction;
    this.outbox = outbox;
    this.properties = properties;
    this.clock = clock;
  }

  /** The same uploads again answer the same proof. */
  public Mono<Outcome<Submitted, ProofError>> submit(
      UUID orderId, List<UUID> uploads, Viewer viewer) {
    if (uploads.isEmpty()
        || uploads.size() > MAX_FILES
        || Set.copyOf(uploads).size() < uploads.size()) {
      return Mono.just(Outcome.refused(ProofError.COUNT));
    }
    Mono<Outcome<Submitted, ProofError>> known =
        bought(orderId, viewer).flatMap(order -> known(order, uploads, viewer));
    return bought(orderId, viewer)
        .flatMap(
            order ->
                known(order, uploads, viewer)
                    .switchIfEmpty(submit(order, uploads, viewer))
                    // Something else came first; what did is known now.
                    .switchIfEmpty(known.defaultIfEmpty(Outcome.refused(ProofError.NOT_HELD)))
                    .onErrorResume(
                        Lapsed.class,
                        lapsed -> known.defaultIfEmpty(Outcome.refused(ProofError.TOO_LATE))))
        .defaultIfEmpty(Outcome.refused(ProofError.NO_ORDER));
  }

  private Mono<Order> bought(UUID orderId, Viewer viewer) {
    return orders.find(orderId, viewer).filter(order -> order.isBoughtBy(viewer));
  }

  /** What can be answered as things are; nothing if the proof can be made. */
  private Mono<Outcome<Submitted, ProofError>> known(
      Order order, List<UUID> uploads, Viewer viewer) {
    // In this sequence: if they are used by now, their proof is there when it is looked for.
    return proofs
        .unused(order.id(), uploads)
        .flatMap(
            unused ->
                earlier(order, uploads)
                    .flatMap(proof -> bought(order.id(), viewer).map(now -> submitted(now, proof)))
                    .switchIfEmpty(Mono.justOrEmpty(refusal(order, uploads, unused))));
  }

  private static Outcome<Submitted, ProofError> submitted(Order order, PaymentProof proof) {
    return Outcome.done(new Submitted(order, proof));
  }

  private Mono<PaymentProof> earlier(Order order, List<UUID> uploads) {
    return proofs
        .of(List.of(order.id()))
        .flatMapIterable(found -> found.getOrDefault(order.id(), List.of()))
        .filter(proof -> proof.isOf(uploads))
        .next();
  }

  private Optional<Outcome<Submitted, ProofError>> refusal(
      Order order, List<UUID> uploads, Set<UUID> unused) {
    List<ProofError> errors =
        ProofError.of(order, clock.instant())
            .map(List::of)
            .orElseGet(() -> missing(uploads, unused));
    return errors.isEmpty() ? Optional.empty() : Optional.of(Outcome.refused(errors));
  }

  private static List<ProofError> missing(List<UUID> uploads, Set<UUID> unused) {
    return IntStream.range(0, uploads.size())
        .filter(i -> !unused.contains(uploads.get(i)))
        .mapToObj(ProofError::noUpload)
        .toList();
  }

  private Mono<Outcome<Submitted, ProofError>> submit(
      Order order, List<UUID> uploads, Viewer viewer) {
    Instant until = clock.instant().plus(properties.reviewLease());
    return Mono.defer(() -> reservations.extend(List.of(order.reservationId()), until))
        .flatMap(held -> held ? accept(order, uploads, viewer, until) : Mono.error(new Lapsed()))
        .map(Outcome::<Submitted, ProofError>done)
        .onErrorResume(
            UnavailableException.class, failure -> Mono.just(Outcome.refused(ProofError.NOT_HELD)));
  }

  private Mono<Submitted> accept(Order order, List<UUID> uploads, Viewer viewer, Instant until) {
    return moves
        .make(Move.SUBMIT_PAYMENT_PROOF, order.id(), viewer, null)
        .flatMap(
            moved ->
                proofs
                    .add(order.id(), uploads)
                    .switchIfEmpty(Mono.error(UploadsUsed::new))
                    .flatMap(
                        proof ->
                            proofs.held(order.id(), until).thenReturn(new Submitted(moved, proof))))
        .as(transaction::transactional)
        .onErrorResume(UploadsUsed.class, used -> Mono.empty())
        .doOnNext(submitted -> outbox.wake());
  }

  /** A proof and its order as it is then. */
  public record Submitted(Order order, PaymentProof proof) {}

  /** Takes the order's move back. */
  private static final class UploadsUsed extends RuntimeException {

    UploadsUsed() {
      super("an upload became part of another proof", null, false, false);
    }
  }

  /** Inventory holds the stock no more. */
  private static final class Lapsed extends RuntimeException {

    Lapsed() {
      super("the reservation has ended", null, false, false);
    }
  }
}
