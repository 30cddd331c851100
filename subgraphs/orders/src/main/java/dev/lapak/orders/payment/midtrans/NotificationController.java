package dev.lapak.orders.payment.midtrans;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.payment.Reports;
import dev.lapak.platform.caller.Caller;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what Midtrans says by itself. What it is told another status than 2xx it says again, for
 * some hours.
 */
@RestController
class NotificationController {

  private static final Logger log = LoggerFactory.getLogger(NotificationController.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MidtransProperties properties;
  private final Reports reports;

  NotificationController(MidtransProperties properties, Reports reports) {
    this.properties = properties;
    this.reports = reports;
  }

  @PostMapping("/webhooks/midtrans")
  Mono<ResponseEntity<Void>> hear(
      @RequestBody byte[] body, @RequestAttribute(Caller.KEY) Caller caller) {
    if (!caller.name().equals("edge")) {
      return answer(HttpStatus.FORBIDDEN);
    }
    if (!properties.isOn()) {
      return answer(HttpStatus.NOT_FOUND);
    }
    Optional<Transaction> said = read(body).filter(Transaction::isWhole);
    if (said.isEmpty()) {
      return answer(HttpStatus.BAD_REQUEST);
    }
    Transaction transaction = said.get();
    if (!transaction.isSigned(properties.key())) {
      log.warn("Somebody says something of {} without knowing the key", transaction.orderId());
      return answer(HttpStatus.FORBIDDEN);
    }
    return reports
        .take(transaction.report(Objects.requireNonNull(transaction.orderId())))
        .then(answer(HttpStatus.OK))
        .onErrorResume(
            UnavailableException.class, failure -> answer(HttpStatus.SERVICE_UNAVAILABLE));
  }

  private static Optional<Transaction> read(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readValue(body, Transaction.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Mono<ResponseEntity<Void>> answer(HttpStatus status) {
    return Mono.just(ResponseEntity.status(status).build());
  }
}
