package dev.lapak.inventory.transfer.graphql;

import dev.lapak.inventory.Product;
import dev.lapak.inventory.transfer.NewTransfer;
import dev.lapak.inventory.transfer.ProductCount;
import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferLine;
import dev.lapak.inventory.transfer.TransferStatus;
import dev.lapak.inventory.transfer.Transfers;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class TransferController {

  private final Transfers transfers;

  TransferController(Transfers transfers) {
    this.transfers = transfers;
  }

  @QueryMapping
  Mono<Connection<Transfer>> transfers(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable TransferStatus status,
      @ContextValue Viewer viewer) {
    UUID seller = viewer.requireSeller();
    String list = "transfers " + seller + " " + status;
    PageRequest page = PageRequest.of(first, after, list);
    return transfers
        .page(seller, status, page)
        .collectList()
        .map(
            rows ->
                Connection.of(
                    rows, page, transfer -> Cursor.of(list, transfer.id()), Mono.empty()));
  }

  @QueryMapping
  Mono<Transfer> transfer(@Argument UUID id, @ContextValue Viewer viewer) {
    viewer.requireUser();
    if (viewer.isAdmin()) {
      return transfers.find(id, null);
    }
    return viewer.sellerId() == null ? Mono.empty() : transfers.find(id, viewer.sellerId());
  }

  @MutationMapping
  Mono<TransferPayload> startTransfer(
      @Argument StartTransferInput input, @ContextValue Viewer viewer) {
    return transfers
        .start(
            viewer.requireSeller(),
            viewer.requireUser(),
            NewTransfer.of(
                input.sourceId(), input.destinationId(), input.lines(), input.idempotencyKey()))
        .map(TransferPayload::of);
  }

  @MutationMapping
  Mono<TransferPayload> receiveTransfer(
      @Argument ReceiveTransferInput input, @ContextValue Viewer viewer) {
    return transfers
        .receive(
            viewer.requireSeller(),
            viewer.requireUser(),
            input.id(),
            input.counted() == null ? List.of() : input.counted(),
            input.missingReason())
        .map(TransferPayload::of);
  }

  @MutationMapping
  Mono<TransferPayload> cancelTransfer(
      @Argument CancelTransferInput input, @ContextValue Viewer viewer) {
    return transfers
        .cancel(viewer.requireSeller(), viewer.requireUser(), input.id())
        .map(TransferPayload::of);
  }

  @BatchMapping
  Flux<List<TransferLine>> lines(List<Transfer> transfers) {
    List<UUID> ids = transfers.stream().map(Transfer::id).toList();
    return this.transfers
        .lines(ids)
        .flatMapIterable(
            lines -> ids.stream().map(id -> lines.getOrDefault(id, List.of())).toList());
  }

  @SchemaMapping
  Product product(TransferLine line) {
    return new Product(line.productId());
  }

  record StartTransferInput(
      String sourceId, String destinationId, List<ProductCount> lines, String idempotencyKey) {}

  record ReceiveTransferInput(
      String id, @Nullable List<ProductCount> counted, @Nullable String missingReason) {}

  record CancelTransferInput(String id) {}
}
