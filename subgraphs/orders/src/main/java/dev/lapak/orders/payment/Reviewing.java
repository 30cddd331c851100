package dev.lapak.orders.payment;

import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.order.Reason;
import dev.lapak.orders.proof.PaymentDecision;
import dev.lapak.platform.outbox.Outbox;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Approves and rejects. Of several people at once, one decides; to decide the same again is fine.
 */
@Service
public class Reviewing {

  private final Reviews reviews;
  private final Orders orders;
  private final OrderMoves moves;
  private final Payments payments;
  private final TransactionalOperator transaction;
  private final Outbox outbox;

  Reviewing(
      Reviews reviews,
      Orders orders,
      OrderMoves moves,
      Payments payments,
      TransactionalOperator transaction,
      Outbox outbox) {
    this.reviews = reviews;
    this.orders = orders;
    this.moves = moves;
    this.payments = payments;
    this.transaction = transaction;
    this.outbox = outbox;
  }

  public Mono<Outcome<Order, ReviewPaymentError>> approve(UUID proofId, Viewer viewer) {
    return review(new Decision(proofId, PaymentDecision.APPROVED, Reason.of(null)), viewer);
  }

  public Mono<Outcome<Order, ReviewPaymentError>> reject(
      UUID proofId, Reason reason, Viewer viewer) {
    return reason.isGiven() && !reason.isTooLong()
        ? review(new Decision(proofId, PaymentDecision.REJECTED, reason), viewer)
        : Mono.just(Outcome.refused(ReviewPaymentError.REASON));
  }

  private Mono<Outcome<Order, ReviewPaymentError>> review(Decision decision, Viewer viewer) {
    return reviews
        .find(decision.proofId(), viewer)
        .flatMap(
            proof ->
                proof.decision() == null
                    ? decide(decision, proof.orderId(), viewer)
                        .map(Outcome::<Order, ReviewPaymentError>done)
                    : Mono.<Outcome<Order, ReviewPaymentError>>empty())
        // Decided before or meanwhile, or the order has ended.
        .switchIfEmpty(Mono.defer(() -> known(decision, viewer)))
        .defaultIfEmpty(Outcome.refused(ReviewPaymentError.NO_PROOF));
  }

  /** The order is moved first, so that everybody locks in the same sequence. */
  private Mono<Order> decide(Decision decision, UUID orderId, Viewer viewer) {
    return moves
        .make(decision.move(), orderId, viewer, decision.reason().orNull())
        .flatMap(
            order ->
                reviews
                    .decide(
                        decision.proofId(),
                        decision.decision(),
                        decision.reason(),
                        viewer.requireUser())
                    .flatMap(first -> first ? paid(decision, order) : Mono.error(new Overtaken())))
        .as(transaction::transactional)
        .onErrorResume(Overtaken.class, overtaken -> Mono.empty())
        .doOnNext(order -> outbox.wake());
  }

  private Mono<Order> paid(Decision decision, Order order) {
    return decision.decision() == PaymentDecision.APPROVED
        ? payments
            .note(order, new Receipt.Proof(decision.proofId()), PaymentStatus.SETTLED)
            .switchIfEmpty(Mono.error(Overtaken::new))
            .thenReturn(order)
        : Mono.just(order);
  }

  private Mono<Outcome<Order, ReviewPaymentError>> known(Decision decision, Viewer viewer) {
    return reviews
        .find(decision.proofId(), viewer)
        .flatMap(
            proof ->
                orders.find(proof.orderId(), viewer).map(order -> known(decision, proof, order)));
  }

  private static Outcome<Order, ReviewPaymentError> known(
      Decision wanted, ReviewedProof proof, Order order) {
    if (proof.decision() == null) {
      return Outcome.refused(ReviewPaymentError.wrongStatus(order.status()));
    }
    return proof.decision() == wanted.decision()
        ? Outcome.done(order)
        : Outcome.refused(ReviewPaymentError.decidedOtherwise(order.status()));
  }

  private record Decision(UUID proofId, PaymentDecision decision, Reason reason) {

    Move move() {
      return switch (decision) {
        case APPROVED -> Move.APPROVE_PAYMENT;
        case REJECTED -> Move.REJECT_PAYMENT;
      };
    }
  }

  /** Takes the order's move back: it was another proof that waits. */
  private static final class Overtaken extends RuntimeException {

    Overtaken() {
      super("the proof was decided on", null, false, false);
    }
  }
}
