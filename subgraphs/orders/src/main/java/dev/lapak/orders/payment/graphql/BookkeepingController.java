package dev.lapak.orders.payment.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Reason;
import dev.lapak.orders.payment.Bookkeeping;
import dev.lapak.orders.payment.MarkPaidError;
import dev.lapak.orders.payment.Payment;
import dev.lapak.orders.payment.Received;
import dev.lapak.orders.payment.RefundError;
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
class BookkeepingController {

  private final Bookkeeping bookkeeping;

  BookkeepingController(Bookkeeping bookkeeping) {
    this.bookkeeping = bookkeeping;
  }

  @MutationMapping
  Mono<MarkPaidPayload> markPaid(@Argument MarkPaidInput input, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    return bookkeeping
        .markPaid(input.orderId(), Reason.of(input.note()), viewer)
        .map(MarkPaidPayload::of);
  }

  @MutationMapping
  Mono<RefundPayload> recordRefund(@Argument RefundInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return bookkeeping
        .refund(input.paymentId(), Reason.of(input.note()), viewer)
        .map(RefundPayload::of);
  }

  record MarkPaidInput(UUID orderId, String note) {}

  record RefundInput(UUID paymentId, String note) {}

  record MarkPaidPayload(
      @Nullable Order order, @Nullable Payment payment, List<MarkPaidError> errors) {

    static MarkPaidPayload of(Outcome<Received, MarkPaidError> outcome) {
      return switch (outcome) {
        case Outcome.Done(Received(Order order, Payment payment)) ->
            new MarkPaidPayload(order, payment, List.of());
        case Outcome.Refused(List<MarkPaidError> errors) -> new MarkPaidPayload(null, null, errors);
      };
    }
  }

  record RefundPayload(@Nullable Payment payment, List<RefundError> errors) {

    static RefundPayload of(Outcome<Payment, RefundError> outcome) {
      return switch (outcome) {
        case Outcome.Done(Payment payment) -> new RefundPayload(payment, List.of());
        case Outcome.Refused(List<RefundError> errors) -> new RefundPayload(null, errors);
      };
    }
  }
}
