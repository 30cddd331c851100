package dev.lapak.orders.expiry.graphql;

import dev.lapak.orders.expiry.ExtendDeadlineError;
import dev.lapak.orders.expiry.Extension;
import dev.lapak.orders.order.Order;
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
class ExtensionController {

  private final Extension extension;

  ExtensionController(Extension extension) {
    this.extension = extension;
  }

  @MutationMapping
  Mono<ExtendDeadlinePayload> extendDeadline(
      @Argument ExtendDeadlineInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return extension.extend(input.orderId(), viewer).map(ExtendDeadlinePayload::of);
  }

  record ExtendDeadlineInput(UUID orderId) {}

  record ExtendDeadlinePayload(@Nullable Order order, List<ExtendDeadlineError> errors) {

    static ExtendDeadlinePayload of(Outcome<Order, ExtendDeadlineError> outcome) {
      return switch (outcome) {
        case Outcome.Done(Order order) -> new ExtendDeadlinePayload(order, List.of());
        case Outcome.Refused(List<ExtendDeadlineError> errors) ->
            new ExtendDeadlinePayload(null, errors);
      };
    }
  }
}
