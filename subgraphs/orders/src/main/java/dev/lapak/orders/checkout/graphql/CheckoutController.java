package dev.lapak.orders.checkout.graphql;

import dev.lapak.orders.checkout.Checkout;
import dev.lapak.orders.checkout.CheckoutAnswer;
import dev.lapak.orders.checkout.CheckoutError;
import dev.lapak.orders.checkout.CheckoutInput;
import dev.lapak.orders.order.Purchase;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class CheckoutController {

  private final Checkout checkout;

  CheckoutController(Checkout checkout) {
    this.checkout = checkout;
  }

  @MutationMapping
  Mono<CheckoutPayload> checkout(@Argument CheckoutInput input, @ContextValue Viewer viewer) {
    return checkout.checkout(input, viewer).map(CheckoutPayload::of);
  }

  record CheckoutPayload(
      @Nullable Purchase purchase, boolean replayed, List<CheckoutError> errors) {

    static CheckoutPayload of(CheckoutAnswer answer) {
      return switch (answer) {
        case CheckoutAnswer.Bought(Purchase purchase, boolean replayed) ->
            new CheckoutPayload(purchase, replayed, List.of());
        case CheckoutAnswer.Refused(List<CheckoutError> errors) ->
            new CheckoutPayload(null, false, errors);
      };
    }
  }
}
