package dev.lapak.orders.payment;

import dev.lapak.orders.order.Reason;
import dev.lapak.orders.proof.PaymentDecision;
import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Decisions on proofs. */
public interface Reviews {

  /** For the seller of its order and admins; to others it is not there. */
  Mono<ReviewedProof> find(UUID proofId, Viewer viewer);

  /**
   * @return whether this was the first decision on the proof
   */
  Mono<Boolean> decide(UUID proofId, PaymentDecision decision, Reason reason, UUID reviewer);
}
