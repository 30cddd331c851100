package dev.lapak.orders.checkout;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.catalogue.Catalogue;
import dev.lapak.orders.order.Purchase;
import dev.lapak.orders.reservation.Reservation;
import dev.lapak.orders.reservation.Reservations;
import dev.lapak.orders.reservation.Reserving;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.trace.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One attempt from the prices to the purchase. */
@Component
@EnableConfigurationProperties(CheckoutProperties.class)
class AttemptRun {

  private static final Logger log = LoggerFactory.getLogger(AttemptRun.class);

  private final Attempts attempts;
  private final Purchases purchases;
  private final Catalogue catalogue;
  private final Sellers sellers;
  private final Reservations reservations;
  private final CheckoutProperties properties;
  private final Clock clock;

  AttemptRun(
      Attempts attempts,
      Purchases purchases,
      Catalogue catalogue,
      Sellers sellers,
      Reservations reservations,
      CheckoutProperties properties,
      Clock clock) {
    this.attempts = attempts;
    this.purchases = purchases;
    this.catalogue = catalogue;
    this.sellers = sellers;
    this.reservations = reservations;
    this.properties = properties;
    this.clock = clock;
  }

  Mono<Ending> run(Attempt attempt, CheckoutRequest request) {
    return catalogue
        .products(request.products())
        .flatMap(
            products ->
                switch (Pricing.price(request, products)) {
                  case Outcome.Refused(List<CheckoutError> errors) ->
                      Mono.<Ending>just(new Ending.Refused(errors));
                  case Outcome.Done(List<Draft> drafts) ->
                      request.accepts(Draft.totals(drafts))
                          ? reserve(attempt, request, drafts)
                          : Mono.just(
                              new Ending.Refused(
                                  List.of(CheckoutError.priceChanged(Draft.totals(drafts)))));
                })
        // Nothing was reserved: reserve() has dealt with what might have been.
        .doOnEach(Trace.onError(AttemptRun::warn))
        .onErrorReturn(
            UnavailableException.class, new Ending.Refused(List.of(CheckoutError.TRY_AGAIN)));
  }

  private Mono<Ending> reserve(Attempt attempt, CheckoutRequest request, List<Draft> drafts) {
    List<UUID> of = drafts.stream().map(Draft::sellerId).toList();
    boolean asksGuest = request.byGuest() && request.remarks().contact() == null;
    return (asksGuest ? sellers.parties(of, request.buyer()) : sellers.parties(of))
        .flatMap(parties -> reserve(attempt, request, drafts, parties));
  }

  private Mono<Ending> reserve(
      Attempt attempt, CheckoutRequest request, List<Draft> drafts, Sellers.Parties parties) {
    Duration payWithin = Objects.requireNonNullElse(request.payWithin(), properties.payWithin());
    Instant heldUntil = clock.instant().plus(payWithin).plus(properties.leaseMargin());
    List<UUID> ids = attempt.reservations(drafts.size());
    List<Reservation> wanted =
        IntStream.range(0, ids.size())
            .mapToObj(i -> drafts.get(i).reservation(ids.get(i), heldUntil))
            .toList();
    return reservations
        .reserve(wanted)
        .flatMap(reserving -> held(reserving, ids, heldUntil))
        .flatMap(
            reserving ->
                switch (reserving) {
                  case Reserving.Held(Instant until) ->
                      write(
                          attempt,
                          request,
                          new Purchases.Contents(
                              drafts,
                              parties.accounts(),
                              ids,
                              until,
                              payWithin,
                              request.remarks().orContact(parties.guest())));
                  case Reserving.Short(List<Reserving.Shortage> shortages) ->
                      Mono.just(new Ending.Refused(outOfStock(shortages, request)));
                  case Reserving.Ended() ->
                      attempts.abandon(attempt, true).thenReturn(new Ending.Over());
                })
        .doOnError(UnavailableException.class, AttemptRun::warn)
        // Whether anything is reserved is unknown: the next try, or the sweeper, goes on from here.
        .onErrorReturn(UnavailableException.class, new Ending.Unknown());
  }

  /** What an earlier run or a twin has reserved may end too early for this one. */
  private Mono<Reserving> held(Reserving reserving, List<UUID> ids, Instant heldUntil) {
    return reserving instanceof Reserving.Held(Instant until) && until.isBefore(heldUntil)
        ? reservations
            .extend(ids, heldUntil)
            .map(yes -> yes ? new Reserving.Held(heldUntil) : new Reserving.Ended())
        : Mono.just(reserving);
  }

  private Mono<Ending> write(
      Attempt attempt, CheckoutRequest request, Purchases.Contents contents) {
    return purchases
        .write(attempt, request, contents)
        .<Ending>map(Ending.Bought::new)
        .switchIfEmpty(Mono.defer(() -> over(attempt)))
        .onErrorResume(KeyTakenException.class, taken -> over(attempt))
        .onErrorResume(failure -> undo(attempt, false).then(Mono.error(failure)));
  }

  private Mono<Ending> over(Attempt attempt) {
    return undo(attempt, true).thenReturn(new Ending.Over());
  }

  /** Best effort: the sweeper does what this leaves. */
  private Mono<Void> undo(Attempt attempt, boolean evenWithTwins) {
    return attempts
        .abandon(attempt, evenWithTwins)
        .filter(abandoned -> abandoned)
        .flatMap(abandoned -> reservations.release(attempt.reservations()))
        .flatMap(released -> attempts.forget(List.of(attempt)))
        .doOnEach(
            Trace.onError(
                failure -> log.warn("An attempt is left to the sweeper: {}", failure.toString())))
        .onErrorComplete()
        .then();
  }

  private static void warn(Throwable failure) {
    if (failure instanceof UnavailableException) {
      log.warn("A checkout has to be tried again: {}", failure.getMessage());
    }
  }

  private static List<CheckoutError> outOfStock(
      List<Reserving.Shortage> shortages, CheckoutRequest request) {
    Map<UUID, Wish> wishes =
        request.wishes().stream().collect(Collectors.toMap(Wish::productId, Function.identity()));
    return shortages.stream()
        .map(
            shortage ->
                CheckoutError.outOfStock(
                    Objects.requireNonNull(wishes.get(shortage.productId())).about(),
                    shortage.available()))
        .toList();
  }

  /** How an attempt ended, or did not. */
  sealed interface Ending {

    /** It is a purchase. */
    record Bought(Purchase purchase) implements Ending {}

    /** Nothing was bought, and this run reserved nothing. */
    record Refused(List<CheckoutError> errors) implements Ending {}

    /** It may have reserved something. */
    record Unknown() implements Ending {}

    /** Somebody else ended it, or it was of no use any more. */
    record Over() implements Ending {}
  }
}
