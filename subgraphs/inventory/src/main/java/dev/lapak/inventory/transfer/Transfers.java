package dev.lapak.inventory.transfer;

import dev.lapak.inventory.Ids;
import dev.lapak.inventory.ShortText;
import dev.lapak.inventory.owner.OwnersUnavailableException;
import dev.lapak.inventory.owner.ProductOwners;
import dev.lapak.inventory.stock.StockChange;
import dev.lapak.inventory.transfer.TransferEnd.Cancellation;
import dev.lapak.inventory.transfer.TransferEnd.Receipt;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a seller can do with goods between the own warehouses. */
@Service
public class Transfers {

  private final ProductOwners owners;
  private final TransferStore store;
  private final TransferReader reader;

  Transfers(ProductOwners owners, TransferStore store, TransferReader reader) {
    this.owners = owners;
    this.store = store;
    this.reader = reader;
  }

  /** Lets goods leave. */
  public Mono<Outcome<Transfer, TransferError>> start(
      UUID seller, UUID user, Outcome<NewTransfer, TransferError> wanted) {
    return switch (wanted) {
      case Outcome.Refused(List<TransferError> errors) -> Mono.just(Outcome.refused(errors));
      case Outcome.Done(NewTransfer transfer) ->
          owners
              .ownedBy(seller, transfer.products())
              .flatMap(own -> start(seller, user, transfer, own))
              .onErrorResume(
                  OwnersUnavailableException.class,
                  unavailable -> Mono.just(Outcome.refused(TransferError.tryAgain())));
    };
  }

  private Mono<Outcome<Transfer, TransferError>> start(
      UUID seller, UUID user, NewTransfer wanted, Set<UUID> own) {
    List<TransferError> foreign =
        IntStream.range(0, wanted.lines().size())
            .filter(i -> !own.contains(wanted.lines().get(i).productId()))
            .mapToObj(i -> TransferError.productNotFound("lines", i))
            .toList();
    return foreign.isEmpty()
        ? store.start(seller, user, wanted)
        : Mono.just(Outcome.refused(foreign));
  }

  /**
   * Lets goods arrive.
   *
   * @param counted of what fewer arrived; the rest did whole
   */
  public Mono<Outcome<Transfer, TransferError>> receive(
      UUID seller,
      UUID user,
      String id,
      List<ProductCount> counted,
      @Nullable String missingReason) {
    String reason = null;
    if (missingReason != null) {
      reason = ShortText.of(missingReason, StockChange.MAX_REASON).orElse(null);
      if (reason == null) {
        return Mono.just(Outcome.refused(TransferError.reasonLength()));
      }
    }
    return end(seller, user, id, new Receipt(counted, reason));
  }

  /** Calls goods back. */
  public Mono<Outcome<Transfer, TransferError>> cancel(UUID seller, UUID user, String id) {
    return end(seller, user, id, new Cancellation());
  }

  private Mono<Outcome<Transfer, TransferError>> end(
      UUID seller, UUID user, String id, TransferEnd end) {
    return Ids.parse(id)
        .map(known -> store.end(seller, user, known, end))
        .orElseGet(() -> Mono.just(Outcome.refused(TransferError.notFound())));
  }

  /**
   * Empty where there is none.
   *
   * @param seller whose alone, or null for anybody's
   */
  public Mono<Transfer> find(UUID id, @Nullable UUID seller) {
    return reader.find(id, seller);
  }

  /** A seller's, the latest first; of that status alone unless it is null. */
  public Flux<Transfer> page(UUID seller, @Nullable TransferStatus status, PageRequest page) {
    return reader.page(seller, status, page);
  }

  /** The lines of each, by product. */
  public Mono<Map<UUID, List<TransferLine>>> lines(Collection<UUID> transfers) {
    return reader.lines(transfers);
  }
}
