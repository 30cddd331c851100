package dev.lapak.orders.proof;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files that show a payment, and what came of them.
 *
 * @param review null while it waits
 */
public record PaymentProof(
    UUID id,
    UUID orderId,
    OffsetDateTime submittedAt,
    List<ProofFile> files,
    @Nullable PaymentReview review) {

  public PaymentProof {
    files = List.copyOf(files);
  }

  /** Whether it was made of these, in any order. */
  boolean isOf(Collection<UUID> uploads) {
    return files.stream()
        .map(ProofFile::id)
        .collect(Collectors.toSet())
        .equals(Set.copyOf(uploads));
  }
}
