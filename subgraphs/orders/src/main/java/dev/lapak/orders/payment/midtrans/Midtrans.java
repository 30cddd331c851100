package dev.lapak.orders.payment.midtrans;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.payment.PaymentMethod;
import dev.lapak.orders.payment.PaymentPage;
import dev.lapak.orders.payment.PaymentProvider;
import dev.lapak.orders.payment.Report;
import dev.lapak.orders.payment.Report.Standing;
import dev.lapak.platform.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

@Component
@EnableConfigurationProperties(MidtransProperties.class)
class Midtrans implements PaymentProvider {

  private static final Logger log = LoggerFactory.getLogger(Midtrans.class);

  /** Said of a transaction that nobody has begun. */
  private static final String NOT_FOUND = "404";

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);

  /** A page is open for a week at most. */
  private static final long MAX_PAGE = Duration.ofDays(7).toMinutes();

  private final MidtransProperties properties;
  private final Clock clock;
  private final WebClient web;

  Midtrans(
      MidtransProperties properties,
      WebClient.Builder builder,
      ReactorResourceFactory resources,
      Clock clock) {
    this.properties = properties;
    this.clock = clock;
    this.web =
        builder
            .clone()
            .clientConnector(
                new ReactorClientHttpConnector(
                    resources, client -> client.responseTimeout(properties.timeout())))
            .defaultHeader(
                HttpHeaders.AUTHORIZATION,
                "Basic " + HttpHeaders.encodeBasicAuth(properties.key(), "", null))
            .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
            .build();
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.MIDTRANS;
  }

  /** Rupiahs have no part that could be paid. */
  @Override
  public boolean takes(Money amount) {
    return properties.isOn()
        && amount.currency().getCurrencyCode().equals(Transaction.CURRENCY)
        && amount.amount().signum() > 0
        && amount.amount().stripTrailingZeros().scale() <= 0;
  }

  @Override
  public Mono<Optional<PaymentPage>> begin(String reference, Money amount, Duration within) {
    long minutes = Math.max(1, within.plusSeconds(59).toMinutes());
    Map<String, Object> body =
        Map.of(
            "transaction_details",
            Map.of("order_id", reference, "gross_amount", amount.amount().longValueExact()),
            // Of the payment, once its buyer has chosen how to pay; and of the page before that.
            "expiry",
            Map.of(
                "start_time",
                START.format(clock.instant().atOffset(ZoneOffset.UTC)),
                "unit",
                "minute",
                "duration",
                minutes),
            "page_expiry",
            Map.of("unit", "minute", "duration", Math.clamp(minutes, 5, MAX_PAGE)));
    return web.post()
        .uri(properties.snapUrl().resolve("/snap/v1/transactions"))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .retrieve()
        .bodyToMono(Page.class)
        .map(page -> Optional.of(new PaymentPage(page.token(), page.redirectUrl())))
        .timeout(properties.timeout())
        .onErrorResume(
            WebClientResponseException.class,
            answer ->
                answer.getStatusCode().is4xxClientError()
                        && !answer.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
                    ? Mono.fromSupplier(() -> refused(reference, answer))
                    : Mono.error(answer))
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
        .onErrorMap(failure -> new UnavailableException("Midtrans", failure));
  }

  private static Optional<PaymentPage> refused(
      String reference, WebClientResponseException answer) {
    log.error(
        "Midtrans refuses {}: {} {}",
        reference,
        answer.getStatusCode(),
        answer.getResponseBodyAsString());
    return Optional.empty();
  }

  /** Midtrans answers 200 with its own status, too, where it knows nothing. */
  @Override
  public Mono<Report> ask(String reference) {
    return web.get()
        .uri(properties.apiUrl().resolve("/v2/" + reference + "/status"))
        .retrieve()
        .bodyToMono(Transaction.class)
        .timeout(properties.timeout())
        .map(
            transaction ->
                NOT_FOUND.equals(transaction.statusCode())
                    ? new Report(reference, Standing.OPEN, null)
                    : transaction.report(reference))
        .onErrorReturn(
            WebClientResponseException.NotFound.class, new Report(reference, Standing.OPEN, null))
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
        .onErrorMap(failure -> new UnavailableException("Midtrans", failure));
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Page(String token, @JsonProperty("redirect_url") String redirectUrl) {}
}
