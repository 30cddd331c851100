package dev.lapak.orders.payment.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Reason;
import dev.lapak.orders.payment.ReviewPaymentError;
import dev.lapak.orders.payment.Reviewing;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class ReviewController {

  private final Reviewing reviewing;

  ReviewController(Reviewing reviewing) {
    this.reviewing = reviewing;
  }

  @MutationMapping
  Mono<ReviewPayload> approvePayment(@Argument ApproveInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return reviewing.approve(input.proofId(), viewer).map(ReviewPayload::of);
  }

  @MutationMapping
  Mono<ReviewPayload> rejectPayment(@Argument RejectInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return reviewing
        .reject(input.proofId(), Reason.of(input.reason()), viewer)
        .map(ReviewPayload::of);
  }

  record ApproveInput(UUID proofId) {}

  record RejectInput(UUID proofId, String reason) {}

  record ReviewPayload(@Nullable Order order, List<ReviewPaymentError> errors) {

    static ReviewPayload of(Outcome<Order, ReviewPaymentError> outcome) {
      return switch (outcome) {
        case Outcome.Done(Order order) -> new ReviewPayload(order, List.of());
        case Outcome.Refused(List<ReviewPaymentError> errors) -> new ReviewPayload(null, errors);
      };
    }
  }
}
