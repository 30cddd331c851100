package dev.lapak.inventory.transfer;

import static dev.lapak.inventory.stock.StockLevel.MAX_ON_HAND;

import dev.lapak.inventory.IdempotencyKey;
import dev.lapak.inventory.Ids;
import dev.lapak.platform.outcome.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A transfer that a seller wants to start. */
public record NewTransfer(
    UUID sourceId, UUID destinationId, List<TransferLine> lines, String idempotencyKey) {

  private static final int MAX_LINES = 100;

  public NewTransfer {
    lines = List.copyOf(lines);
  }

  /** As a client asks for it, or why that can't be. */
  public static Outcome<NewTransfer, TransferError> of(
      String sourceId, String destinationId, List<ProductCount> lines, String key) {
    List<TransferError> errors = new ArrayList<>();
    Optional<UUID> source = Ids.parse(sourceId);
    if (source.isEmpty()) {
      errors.add(TransferError.warehouseNotFound("sourceId"));
    }
    Optional<UUID> destination = Ids.parse(destinationId);
    if (destination.isEmpty()) {
      errors.add(TransferError.warehouseNotFound("destinationId"));
    } else if (destination.equals(source)) {
      errors.add(TransferError.sameWarehouse());
    }
    if (!IdempotencyKey.isValid(key)) {
      errors.add(TransferError.keyInvalid());
    }
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      errors.add(TransferError.lines("A transfer has 1 to " + MAX_LINES + " lines.", "lines"));
      return Outcome.refused(errors);
    }
    List<TransferLine> wanted = read(lines, errors);
    return errors.isEmpty()
        ? Outcome.done(
            new NewTransfer(source.orElseThrow(), destination.orElseThrow(), wanted, key))
        : Outcome.refused(errors);
  }

  private static List<TransferLine> read(List<ProductCount> lines, List<TransferError> errors) {
    List<TransferLine> wanted = new ArrayList<>();
    Set<UUID> products = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      ProductCount line = lines.get(i);
      Optional<UUID> product = Ids.parse(line.productId());
      if (product.isEmpty()) {
        errors.add(TransferError.productNotFound("lines", i));
      } else if (!products.add(product.orElseThrow())) {
        errors.add(TransferError.productTwice("lines", i));
      } else if (line.quantity() < 1 || line.quantity() > MAX_ON_HAND) {
        errors.add(TransferError.outOfRange("lines", i, 1, MAX_ON_HAND));
      } else {
        wanted.add(new TransferLine(product.orElseThrow(), line.quantity(), null));
      }
    }
    return wanted;
  }

  public Set<UUID> products() {
    return lines.stream().map(TransferLine::productId).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether that transfer was started by a call with this very input. */
  public boolean started(Transfer transfer, List<TransferLine> its) {
    return transfer.source().id().equals(sourceId)
        && transfer.destination().id().equals(destinationId)
        && quantities(its).equals(quantities(lines));
  }

  private static Map<UUID, Integer> quantities(List<TransferLine> lines) {
    return lines.stream()
        .collect(Collectors.toMap(TransferLine::productId, TransferLine::quantity));
  }
}
