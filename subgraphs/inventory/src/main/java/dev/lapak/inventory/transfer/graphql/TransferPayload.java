package dev.lapak.inventory.transfer.graphql;

import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferError;
import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

record TransferPayload(@Nullable Transfer transfer, List<TransferError> errors) {

  static TransferPayload of(Outcome<Transfer, TransferError> outcome) {
    return switch (outcome) {
      case Outcome.Done(Transfer transfer) -> new TransferPayload(transfer, List.of());
      case Outcome.Refused(List<TransferError> errors) -> new TransferPayload(null, errors);
    };
  }
}
