package dev.lapak.orders.payment.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.payment.Payment;
import dev.lapak.orders.payment.PaymentMethod;
import dev.lapak.orders.payment.StartPaymentError;
import dev.lapak.orders.payment.Starting;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class StartController {

  private final Starting starting;

  StartController(Starting starting) {
    this.starting = starting;
  }

  @MutationMapping
  Mono<StartPaymentPayload> startPayment(
      @Argument StartPaymentInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return starting.start(input.orderId(), input.method(), viewer).map(StartPaymentPayload::of);
  }

  @SchemaMapping
  List<PaymentMethod> paymentMethods(Order order) {
    return starting.methods(order);
  }

  record StartPaymentInput(UUID orderId, PaymentMethod method) {}

  record StartPaymentPayload(@Nullable Payment payment, List<StartPaymentError> errors) {

    static StartPaymentPayload of(Outcome<Payment, StartPaymentError> outcome) {
      return switch (outcome) {
        case Outcome.Done(Payment payment) -> new StartPaymentPayload(payment, List.of());
        case Outcome.Refused(List<StartPaymentError> errors) ->
            new StartPaymentPayload(null, errors);
      };
    }
  }
}
