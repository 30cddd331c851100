package dev.lapak.orders.payment;

import dev.lapak.orders.order.Actor;
import dev.lapak.platform.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Believes what providers say, in any order and however often: money that came has come, and money
 * that went back is gone, whatever is said later.
 */
@Service
public class Reports {

  private static final Logger log = LoggerFactory.getLogger(Reports.class);

  private final ProviderPayments payments;
  private final Receiving receiving;

  Reports(ProviderPayments payments, Receiving receiving) {
    this.payments = payments;
    this.receiving = receiving;
  }

  /**
   * Ends in {@link dev.lapak.orders.UnavailableException} where inventory does not answer: it has
   * to be said again then.
   */
  public Mono<Void> take(Report report) {
    return payments
        .find(report.reference())
        .doOnNext(
            payment ->
                log.info("{} is {}, says its provider", payment.reference(), report.standing()))
        .flatMap(payment -> take(payment, report));
  }

  private Mono<Void> take(Payment payment, Report report) {
    return switch (report.standing()) {
      case OPEN -> Mono.empty();
      case PAID -> paid(payment, report);
      case FAILED -> payments.fail(payment.id()).then();
      case REFUNDED -> payments.refunded(payment.id(), "It went back through its provider.").then();
      case PARTLY_REFUNDED ->
          Mono.fromRunnable(
              () -> log.error("A part of {} went back: look at its provider's", payment.id()));
    };
  }

  private Mono<Void> paid(Payment payment, Report report) {
    Money amount = report.amount();
    if (!payment.amount().equals(amount)) {
      log.error("{} should be {}, but {} came", payment.id(), payment.amount(), amount);
      return amount == null ? Mono.empty() : payments.otherCame(payment.id(), amount).then();
    }
    return receiving
        .receive(
            payment.orderId(), new Receipt.Provided(payment.id()), Actor.Machine.PROVIDER, null)
        .then();
  }
}
