package dev.lapak.orders.checkout;

import dev.lapak.orders.cart.Cart;
import dev.lapak.orders.cart.CartLine;
import dev.lapak.orders.cart.Carts;
import dev.lapak.orders.checkout.Attempts.Beginning;
import dev.lapak.orders.order.Orders;
import dev.lapak.platform.outbox.Outbox;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Buys, or does nothing and says why. */
@Service
public class Checkout {

  /** How often an attempt may be found ended by somebody else. */
  private static final int MAX_ATTEMPTS = 5;

  private final Carts carts;
  private final Attempts attempts;
  private final AttemptRun run;
  private final Orders orders;
  private final Outbox outbox;
  private final Detached detached;

  Checkout(
      Carts carts,
      Attempts attempts,
      AttemptRun run,
      Orders orders,
      Outbox outbox,
      Detached detached) {
    this.carts = carts;
    this.attempts = attempts;
    this.run = run;
    this.orders = orders;
    this.outbox = outbox;
    this.detached = detached;
  }

  /** Goes on to its end even if the caller hangs up. */
  public Mono<CheckoutAnswer> checkout(CheckoutInput input, Viewer viewer) {
    viewer.requireUser();
    return switch (InputCheck.check(viewer, input)) {
      case Outcome.Refused(List<CheckoutError> errors) ->
          Mono.just(new CheckoutAnswer.Refused(errors));
      case Outcome.Done(CheckoutRequest request) ->
          detached
              .run(answer(request, viewer, MAX_ATTEMPTS))
              .switchIfEmpty(
                  Mono.fromSupplier(
                      () -> CheckoutAnswer.refused(CheckoutError.busy(detached.room()))));
    };
  }

  private Mono<CheckoutAnswer> answer(CheckoutRequest request, Viewer viewer, int left) {
    if (left == 0) {
      return Mono.just(CheckoutAnswer.refused(CheckoutError.TRY_AGAIN));
    }
    return request.fromCart()
        ? answerCart(request, viewer, left)
        : answerWishes(request, viewer, left);
  }

  private Mono<CheckoutAnswer> answerCart(CheckoutRequest request, Viewer viewer, int left) {
    return carts
        .find(request.buyer())
        .flatMap(
            cart ->
                cart.lines().isEmpty()
                    // A twin may have bought it all.
                    ? attempts
                        .find(request)
                        .flatMap(answered -> replay(answered, viewer))
                        .defaultIfEmpty(CheckoutAnswer.refused(CheckoutError.CART_EMPTY))
                    : answerWishes(request.of(wishes(cart)), viewer, left));
  }

  private static List<Wish> wishes(Cart cart) {
    return IntStream.range(0, cart.lines().size())
        .mapToObj(
            place -> {
              CartLine line = cart.lines().get(place);
              return Wish.ofCart(place, line.productId(), line.quantity());
            })
        .toList();
  }

  private Mono<CheckoutAnswer> answerWishes(CheckoutRequest request, Viewer viewer, int left) {
    return attempts
        .begin(request)
        .flatMap(
            beginning ->
                switch (beginning) {
                  case Beginning.Answered answered -> replay(answered, viewer);
                  case Beginning.Open(Attempt attempt) ->
                      answer(attempt, request, viewer)
                          // Somebody else ended it, or emptied the cart: look what is now.
                          .switchIfEmpty(Mono.defer(() -> answer(request, viewer, left - 1)));
                });
  }

  private Mono<CheckoutAnswer> answer(Attempt attempt, CheckoutRequest request, Viewer viewer) {
    return run.run(attempt, request)
        .flatMap(
            ending ->
                switch (ending) {
                  case AttemptRun.Ending.Bought(var purchase) -> {
                    outbox.wake();
                    yield Mono.just(new CheckoutAnswer.Bought(purchase, false));
                  }
                  case AttemptRun.Ending.Refused(List<CheckoutError> errors) ->
                      // The reason may be that a twin has bought the last ones.
                      attempts
                          .giveUp(attempt, request)
                          .flatMap(answered -> replay(answered, viewer))
                          .defaultIfEmpty(new CheckoutAnswer.Refused(errors));
                  case AttemptRun.Ending.Unknown() ->
                      Mono.just(CheckoutAnswer.refused(CheckoutError.TRY_AGAIN));
                  case AttemptRun.Ending.Over() -> Mono.empty();
                });
  }

  private Mono<CheckoutAnswer> replay(Beginning.Answered answered, Viewer viewer) {
    return answered.sameInput()
        ? orders
            .findPurchases(List.<UUID>of(answered.purchaseId()), viewer)
            .single()
            .map(purchase -> new CheckoutAnswer.Bought(purchase, true))
        : Mono.just(CheckoutAnswer.refused(CheckoutError.KEY_REUSED));
  }
}
