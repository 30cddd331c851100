package dev.lapak.orders.payment;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.payment.Report.Standing;
import dev.lapak.platform.background.Loop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks providers for what they have not told. */
@Configuration(proxyBeanMethods = false)
class Asking {

  private static final Logger log = LoggerFactory.getLogger(Asking.class);
  private static final int BATCH = 20;

  /** So long after its end nobody begins to pay a payment any more. */
  private static final Duration GRACE = Duration.ofHours(1);

  @Bean
  Loop providerPolling(
      ProviderPayments payments,
      List<PaymentProvider> providers,
      Reports reports,
      PaymentProperties properties,
      Clock clock) {
    return Loop.of(
        "Polling of payments",
        () ->
            payments
                .toAsk(properties.askEvery(), BATCH)
                .concatMap(
                    payment ->
                        Flux.fromIterable(providers)
                            .filter(provider -> provider.method() == payment.method())
                            .concatMap(provider -> ask(payment, provider, payments, reports, clock))
                            .then(Mono.just(payment)))
                .count()
                .map(asked -> asked == BATCH ? Duration.ZERO : properties.askEvery().dividedBy(4)));
  }

  /** One that can't be asked now does not hold up the others. */
  private static Mono<Void> ask(
      Payment payment,
      PaymentProvider provider,
      ProviderPayments payments,
      Reports reports,
      Clock clock) {
    return provider
        .ask(Objects.requireNonNull(payment.reference()))
        .flatMap(
            report ->
                report.standing() == Standing.OPEN && payment.isOver(clock.instant().minus(GRACE))
                    ? payments.fail(payment.id()).then()
                    : reports.take(report))
        .doOnError(failure -> log.warn("{} can't be asked for", payment.reference(), failure))
        .onErrorComplete(UnavailableException.class);
  }
}
