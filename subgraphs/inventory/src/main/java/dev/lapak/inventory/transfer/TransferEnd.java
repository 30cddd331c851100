package dev.lapak.inventory.transfer;

import dev.lapak.inventory.Ids;
import dev.lapak.inventory.stock.StockMovementKind;
import dev.lapak.platform.outcome.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a transfer ends. */
public sealed interface TransferEnd {

  TransferStatus status();

  /** What it is to the ledger. */
  StockMovementKind kind();

  /** Where the goods are then. */
  UUID place(Transfer transfer);

  /** The lines as they are then, or why it can't end so. */
  Outcome<List<TransferLine>, TransferError> judge(List<TransferLine> lines);

  default @Nullable String missingReason() {
    return null;
  }

  /** What arrived is on hand where it was sent to; what is missing is nowhere any more. */
  record Receipt(List<ProductCount> counted, @Nullable String missingReason)
      implements TransferEnd {

    public Receipt {
      counted = List.copyOf(counted);
    }

    @Override
    public TransferStatus status() {
      return TransferStatus.RECEIVED;
    }

    @Override
    public StockMovementKind kind() {
      return StockMovementKind.TRANSFER_IN;
    }

    @Override
    public UUID place(Transfer transfer) {
      return transfer.destination().id();
    }

    @Override
    public Outcome<List<TransferLine>, TransferError> judge(List<TransferLine> lines) {
      Map<UUID, Integer> sent = new HashMap<>();
      lines.forEach(line -> sent.put(line.productId(), line.quantity()));
      Map<UUID, Integer> arrived = new HashMap<>();
      List<TransferError> errors = new ArrayList<>();
      for (int i = 0; i < counted.size(); i++) {
        Optional<UUID> product = Ids.parse(counted.get(i).productId()).filter(sent::containsKey);
        if (product.isEmpty()) {
          errors.add(TransferError.productNotFound("counted", i));
          continue;
        }
        int quantity = counted.get(i).quantity();
        int most = Objects.requireNonNull(sent.get(product.orElseThrow()));
        if (quantity < 0 || quantity > most) {
          errors.add(TransferError.outOfRange("counted", i, 0, most));
        } else if (arrived.put(product.orElseThrow(), quantity) != null) {
          errors.add(TransferError.productTwice("counted", i));
        }
      }
      if (!errors.isEmpty()) {
        return Outcome.refused(errors);
      }
      List<TransferLine> received =
          lines.stream()
              .map(line -> line.receiving(arrived.getOrDefault(line.productId(), line.quantity())))
              .toList();
      boolean isWhole = received.stream().allMatch(line -> Objects.equals(line.missing(), 0));
      return isWhole == (missingReason == null)
          ? Outcome.done(received)
          : Outcome.refused(TransferError.reasonLength());
    }
  }

  /** All of it is on hand again where it came from. */
  record Cancellation() implements TransferEnd {

    @Override
    public TransferStatus status() {
      return TransferStatus.CANCELLED;
    }

    @Override
    public StockMovementKind kind() {
      return StockMovementKind.TRANSFER_BACK;
    }

    @Override
    public UUID place(Transfer transfer) {
      return transfer.source().id();
    }

    @Override
    public Outcome<List<TransferLine>, TransferError> judge(List<TransferLine> lines) {
      return Outcome.done(lines);
    }
  }
}
