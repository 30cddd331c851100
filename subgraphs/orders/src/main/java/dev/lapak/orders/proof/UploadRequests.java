package dev.lapak.orders.proof;

import dev.lapak.orders.order.Orders;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Lets buyers send files. */
@Service
public class UploadRequests {

  private final Orders orders;
  private final Proofs proofs;
  private final ProofUrls urls;
  private final ProofProperties properties;
  private final Clock clock;

  UploadRequests(
      Orders orders, Proofs proofs, ProofUrls urls, ProofProperties properties, Clock clock) {
    this.orders = orders;
    this.proofs = proofs;
    this.urls = urls;
    this.properties = properties;
    this.clock = clock;
  }

  public Mono<Outcome<ProofUpload, ProofError>> request(UUID orderId, Viewer viewer) {
    Instant until = clock.instant().plus(properties.uploadWithin()).truncatedTo(ChronoUnit.SECONDS);
    return proofs
        .beginUpload(orderId, viewer.requireUser(), until.atOffset(ZoneOffset.UTC))
        .map(id -> Outcome.<ProofUpload, ProofError>done(upload(id, until)))
        .switchIfEmpty(Mono.defer(() -> refusal(orderId, viewer)));
  }

  private ProofUpload upload(UUID id, Instant until) {
    return new ProofUpload(
        id,
        urls.signed().toWrite(id, until),
        until.atOffset(ZoneOffset.UTC),
        properties.proofMaxBytes());
  }

  /** Why no upload can be begun for that order, none being begun. */
  <T> Mono<Outcome<T, ProofError>> refusal(UUID orderId, Viewer viewer) {
    return orders
        .find(orderId, viewer)
        .filter(order -> order.isBoughtBy(viewer))
        // If the order itself takes proofs, it has had its uploads.
        .map(order -> ProofError.of(order, clock.instant()).orElse(ProofError.TOO_MANY))
        .defaultIfEmpty(ProofError.NO_ORDER)
        .map(Outcome::refused);
  }
}
