package dev.lapak.orders.proof;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.proof.Submission.Submitted;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands in files that came with the wish itself, instead of being uploaded before. */
@Service
public class DirectSubmission {

  private final Orders orders;
  private final Proofs proofs;
  private final Files files;
  private final Submission submission;
  private final UploadRequests requests;

  DirectSubmission(
      Orders orders, Proofs proofs, Files files, Submission submission, UploadRequests requests) {
    this.orders = orders;
    this.proofs = proofs;
    this.files = files;
    this.submission = submission;
    this.requests = requests;
  }

  /** The same files again answer the same proof while it waits for its review. */
  public Mono<Outcome<Submitted, ProofError>> submit(
      UUID orderId, List<LooseUpload> came, Viewer viewer) {
    if (came.isEmpty() || came.size() > Submission.MAX_FILES) {
      return Mono.just(Outcome.refused(ProofError.COUNT.aboutFiles()));
    }
    List<ProofError> refused = refused(came);
    return refused.isEmpty()
        ? submitKept(orderId, kept(came), viewer)
        : Mono.just(Outcome.refused(refused));
  }

  private static List<ProofError> refused(List<LooseUpload> came) {
    return IntStream.range(0, came.size())
        .boxed()
        .flatMap(
            i ->
                came.get(i) instanceof LooseUpload.Refused refused
                    ? Stream.of(ProofError.ofFile(i, refused))
                    : Stream.empty())
        .toList();
  }

  private static List<UUID> kept(List<LooseUpload> came) {
    return came.stream().map(LooseUpload.Kept.class::cast).map(LooseUpload.Kept::id).toList();
  }

  private Mono<Outcome<Submitted, ProofError>> submitKept(
      UUID orderId, List<UUID> uploads, Viewer viewer) {
    return proofs
        .attach(orderId, viewer.requireUser(), uploads)
        .flatMap(
            attached ->
                attached
                    ? submission.submit(orderId, uploads, viewer)
                    : requests.<Submitted>refusal(orderId, viewer))
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Outcome.Done<Submitted, ProofError> done -> Mono.just(done);
                  case Outcome.Refused(List<ProofError> errors) ->
                      earlier(orderId, uploads, viewer)
                          .map(Outcome::<Submitted, ProofError>done)
                          .defaultIfEmpty(
                              Outcome.refused(
                                  errors.stream().map(ProofError::aboutFiles).toList()));
                });
  }

  /** What the same files have come to before, if that waits. */
  private Mono<Submitted> earlier(UUID orderId, List<UUID> uploads, Viewer viewer) {
    return orders
        .find(orderId, viewer)
        .filter(order -> order.isBoughtBy(viewer) && order.status() == OrderStatus.PAYMENT_REVIEW)
        .flatMap(
            order ->
                Mono.zip(waiting(order), hashes(uploads))
                    .filter(
                        both ->
                            both.getT1().files().stream()
                                .map(ProofFile::sha256)
                                .toList()
                                .equals(both.getT2()))
                    .map(both -> new Submitted(order, both.getT1())));
  }

  private Mono<PaymentProof> waiting(Order order) {
    return proofs
        .of(List.of(order.id()))
        .flatMapIterable(found -> found.getOrDefault(order.id(), List.of()))
        .next()
        .filter(proof -> proof.review() == null);
  }

  private Mono<List<String>> hashes(List<UUID> uploads) {
    return Flux.fromIterable(uploads).concatMap(files::find).map(ProofFile::sha256).collectList();
  }
}
