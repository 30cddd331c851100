package dev.lapak.orders.order;

import dev.lapak.platform.money.Money;
import dev.lapak.platform.viewer.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one buyer bought of one seller at once.
 *
 * @param expiresAt until when it must be paid; null when it need not be
 * @param paidAt when it was paid, if it was, even if it was cancelled since
 * @param confirmedAt when its seller confirmed it
 * @param extended whether its deadline was put off
 * @param reason why it was cancelled, or its last proof rejected
 * @param version grows by one with every event
 * @param proofs how many were handed in
 * @param reservationId the stock that inventory holds for it
 */
public record Order(
    UUID id,
    UUID purchaseId,
    UUID buyerId,
    UUID sellerId,
    String number,
    OrderStatus status,
    Money total,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime expiresAt,
    @Nullable OffsetDateTime paidAt,
    @Nullable OffsetDateTime confirmedAt,
    boolean extended,
    PaymentInstruction paymentInstruction,
    @Nullable String reason,
    int version,
    int proofs,
    UUID reservationId) {

  public static final int MAX_PROOFS = 10;

  /** What that person may do now, in the order of {@link Move}. */
  public List<Move> allowedActions(Viewer viewer, Instant now) {
    Set<Party> parties = parties(viewer);
    return Arrays.stream(Move.values())
        .filter(move -> move.isAllowed(status, parties))
        .filter(
            move ->
                switch (move) {
                  case SUBMIT_PAYMENT_PROOF -> proofs < MAX_PROOFS && !isOverdue(now);
                  case EXTEND_DEADLINE -> !extended && !isOverdue(now);
                  default -> true;
                })
        .toList();
  }

  /** As what that person may make the move now. */
  public Optional<Party> actingAs(Move move, Viewer viewer) {
    return parties(viewer).stream().filter(party -> move.from(party).contains(status)).findFirst();
  }

  /** Whether that person is somebody to it who may make the move, now or at another time. */
  public boolean isFor(Move move, Viewer viewer) {
    return move.isFor(parties(viewer));
  }

  /** Whether that person is its buyer. */
  public boolean isBoughtBy(Viewer viewer) {
    return viewer.is(buyerId);
  }

  /** Whether the time to pay is over, be it noted already or not. */
  public boolean isOverdue(Instant now) {
    return status == OrderStatus.EXPIRED
        || expiresAt != null && !expiresAt.toInstant().isAfter(now);
  }

  private Set<Party> parties(Viewer viewer) {
    Set<Party> parties = EnumSet.noneOf(Party.class);
    if (viewer.is(buyerId)) {
      parties.add(Party.BUYER);
    }
    if (sellerId.equals(viewer.sellerId())) {
      parties.add(Party.SELLER);
    }
    if (viewer.isAdmin()) {
      parties.add(Party.ADMIN);
    }
    return parties;
  }
}
