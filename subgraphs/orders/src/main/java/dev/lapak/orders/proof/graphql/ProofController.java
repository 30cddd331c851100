package dev.lapak.orders.proof.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.proof.DirectSubmission;
import dev.lapak.orders.proof.Elsewhere;
import dev.lapak.orders.proof.LooseUpload;
import dev.lapak.orders.proof.PaymentProof;
import dev.lapak.orders.proof.ProofError;
import dev.lapak.orders.proof.ProofFile;
import dev.lapak.orders.proof.ProofUpload;
import dev.lapak.orders.proof.ProofUrls;
import dev.lapak.orders.proof.Proofs;
import dev.lapak.orders.proof.Submission;
import dev.lapak.orders.proof.Submission.Submitted;
import dev.lapak.orders.proof.UploadRequests;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class ProofController {

  private final UploadRequests requests;
  private final Submission submission;
  private final DirectSubmission direct;
  private final Orders orders;
  private final Proofs proofs;
  private final ProofUrls urls;

  ProofController(
      UploadRequests requests,
      Submission submission,
      DirectSubmission direct,
      Orders orders,
      Proofs proofs,
      ProofUrls urls) {
    this.requests = requests;
    this.submission = submission;
    this.direct = direct;
    this.orders = orders;
    this.proofs = proofs;
    this.urls = urls;
  }

  @MutationMapping
  Mono<UploadPayload> requestProofUpload(@Argument UploadInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return requests.request(input.orderId(), viewer).map(UploadPayload::of);
  }

  @MutationMapping
  Mono<SubmitPayload> submitPaymentProof(@Argument SubmitInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return submission.submit(input.orderId(), input.uploadIds(), viewer).map(SubmitPayload::of);
  }

  @MutationMapping
  Mono<SubmitPayload> uploadPaymentProof(
      @Argument UploadProofInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return direct.submit(input.orderId(), input.files(), viewer).map(SubmitPayload::of);
  }

  /** An order is only there for those who may see its proofs. */
  @BatchMapping(typeName = "Order", field = "proofs")
  Flux<List<PaymentProof>> proofsOfOrders(List<Order> of) {
    return proofs
        .of(of.stream().map(Order::id).toList())
        .flatMapIterable(
            found -> of.stream().map(order -> found.getOrDefault(order.id(), List.of())).toList());
  }

  @BatchMapping(typeName = "PaymentProof")
  Mono<Map<PaymentProof, Boolean>> duplicate(List<PaymentProof> of, @ContextValue Viewer viewer) {
    return elsewhere(of, viewer).map(found -> mapped(of, found, Elsewhere::duplicate));
  }

  @BatchMapping(typeName = "PaymentProof")
  Mono<Map<PaymentProof, List<Order>>> alsoOn(List<PaymentProof> of, @ContextValue Viewer viewer) {
    return elsewhere(of, viewer)
        .flatMap(
            found ->
                orders
                    .find(
                        found.values().stream()
                            .flatMap(elsewhere -> elsewhere.orders().stream())
                            .collect(Collectors.toSet()),
                        viewer)
                    .collectMap(Order::id)
                    .map(
                        seen ->
                            mapped(
                                of,
                                found,
                                elsewhere -> elsewhere.orders().stream().map(seen::get).toList())));
  }

  private Mono<Map<UUID, Elsewhere>> elsewhere(List<PaymentProof> of, Viewer viewer) {
    return proofs.elsewhere(of.stream().map(PaymentProof::id).toList(), viewer);
  }

  /** Nothing for those that are not the viewer's to review. */
  private static <T> Map<PaymentProof, T> mapped(
      List<PaymentProof> of, Map<UUID, Elsewhere> found, Function<Elsewhere, T> said) {
    return of.stream()
        .filter(proof -> found.containsKey(proof.id()))
        .collect(
            Collectors.toMap(
                Function.identity(),
                proof -> said.apply(Objects.requireNonNull(found.get(proof.id()))),
                (one, same) -> one));
  }

  @SchemaMapping
  String url(ProofFile file) {
    return urls.toRead(file);
  }

  record UploadInput(UUID orderId) {}

  record UploadPayload(@Nullable ProofUpload upload, List<ProofError> errors) {

    static UploadPayload of(Outcome<ProofUpload, ProofError> outcome) {
      return switch (outcome) {
        case Outcome.Done(ProofUpload upload) -> new UploadPayload(upload, List.of());
        case Outcome.Refused(List<ProofError> errors) -> new UploadPayload(null, errors);
      };
    }
  }

  record SubmitInput(UUID orderId, List<UUID> uploadIds) {}

  record UploadProofInput(UUID orderId, List<LooseUpload> files) {}

  record SubmitPayload(
      @Nullable Order order, @Nullable PaymentProof proof, List<ProofError> errors) {

    static SubmitPayload of(Outcome<Submitted, ProofError> outcome) {
      return switch (outcome) {
        case Outcome.Done(Submitted(Order order, PaymentProof proof)) ->
            new SubmitPayload(order, proof, List.of());
        case Outcome.Refused(List<ProofError> errors) -> new SubmitPayload(null, null, errors);
      };
    }
  }
}
