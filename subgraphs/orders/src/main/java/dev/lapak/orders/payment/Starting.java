package dev.lapak.orders.payment;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Orders;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Sends buyers to a provider. An order has one payment at a time that is on its way. */
@Service
public class Starting {

  private static final Logger log = LoggerFactory.getLogger(Starting.class);

  private final Orders orders;
  private final ProviderPayments payments;
  private final List<PaymentProvider> providers;
  private final Clock clock;

  Starting(Orders orders, ProviderPayments payments, List<PaymentProvider> providers, Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.providers = List.copyOf(providers);
    this.clock = clock;
  }

  /** How that order can be paid by its buyer. */
  public List<PaymentMethod> methods(Order order) {
    return Stream.concat(
            Stream.of(PaymentMethod.BANK_TRANSFER),
            providers.stream()
                .filter(provider -> provider.takes(order.total()))
                .map(PaymentProvider::method))
        .toList();
  }

  /** Starting again answers the payment that is on its way. */
  public Mono<Outcome<Payment, StartPaymentError>> start(
      UUID orderId, PaymentMethod method, Viewer viewer) {
    return orders
        .find(orderId, viewer)
        .filter(order -> order.isBoughtBy(viewer))
        .flatMap(
            order ->
                refusal(order)
                    .map(error -> Mono.just(Outcome.<Payment, StartPaymentError>refused(error)))
                    .orElseGet(() -> start(order, method)))
        .defaultIfEmpty(Outcome.refused(StartPaymentError.NOT_FOUND));
  }

  private Optional<StartPaymentError> refusal(Order order) {
    if (order.isOverdue(clock.instant())) {
      return Optional.of(StartPaymentError.TOO_LATE);
    }
    return order.status() == OrderStatus.PENDING_PAYMENT
        ? Optional.empty()
        : Optional.of(StartPaymentError.wrongStatus(order.status()));
  }

  private Mono<Outcome<Payment, StartPaymentError>> start(Order order, PaymentMethod method) {
    return providers.stream()
        .filter(provider -> provider.method() == method && provider.takes(order.total()))
        .findFirst()
        .map(provider -> start(order, provider))
        .orElseGet(() -> Mono.just(Outcome.refused(StartPaymentError.NOT_AVAILABLE)));
  }

  private Mono<Outcome<Payment, StartPaymentError>> start(Order order, PaymentProvider provider) {
    return payments
        .begin(order, provider.method())
        .flatMap(
            payment ->
                payment.isOver(clock.instant())
                    // The order's deadline was put off since: another page is needed.
                    ? payments.fail(payment.id()).then(payments.begin(order, provider.method()))
                    : Mono.just(payment))
        .flatMap(
            payment ->
                payment.page() == null
                    ? page(payment, provider)
                    : Mono.just(Outcome.<Payment, StartPaymentError>done(payment)))
        .switchIfEmpty(Mono.defer(() -> moved(order)))
        .onErrorReturn(UnavailableException.class, Outcome.refused(StartPaymentError.TRY_AGAIN));
  }

  private Mono<Outcome<Payment, StartPaymentError>> page(
      Payment payment, PaymentProvider provider) {
    Instant end = Objects.requireNonNull(payment.expiresAt()).toInstant();
    return provider
        .begin(
            Objects.requireNonNull(payment.reference()),
            payment.amount(),
            Duration.between(clock.instant(), end))
        .flatMap(
            page ->
                page.isPresent()
                    ? payments
                        .put(payment.id(), page.get())
                        .map(Outcome::<Payment, StartPaymentError>done)
                    : payments
                        .fail(payment.id())
                        .thenReturn(
                            Outcome.<Payment, StartPaymentError>refused(
                                StartPaymentError.NOT_AVAILABLE)))
        .doOnError(failure -> log.warn("{} could not be started", payment.id(), failure));
  }

  /** Something else came first. */
  private Mono<Outcome<Payment, StartPaymentError>> moved(Order order) {
    return orders
        .get(order.id())
        .map(
            now ->
                Outcome.<Payment, StartPaymentError>refused(
                    refusal(now).orElse(StartPaymentError.TRY_AGAIN)));
  }
}
