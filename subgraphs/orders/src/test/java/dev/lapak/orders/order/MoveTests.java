package dev.lapak.orders.order;

import static dev.lapak.orders.order.OrderStatus.CANCELLED;
import static dev.lapak.orders.order.OrderStatus.EXPIRED;
import static dev.lapak.orders.order.OrderStatus.PAID;
import static dev.lapak.orders.order.OrderStatus.PAYMENT_REVIEW;
import static dev.lapak.orders.order.OrderStatus.PENDING_PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.money.Money;
import dev.lapak.platform.viewer.Role;
import dev.lapak.platform.viewer.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoveTests {

  private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

  private final Viewer buyer = person(Role.CUSTOMER, null);
  private final Viewer seller = person(Role.SELLER, UUID.randomUUID());
  private final Viewer admin = person(Role.ADMIN, null);

  @Test
  void an_order_that_waits_can_be_paid_by_its_buyer_and_cancelled_by_all() {
    Order order = order(PENDING_PAYMENT, 0, 1);
    assertThat(order.allowedActions(buyer, NOW))
        .containsExactly(Move.SUBMIT_PAYMENT_PROOF, Move.CANCEL);
    assertThat(order.allowedActions(seller, NOW)).containsExactly(Move.CANCEL);
    assertThat(order.allowedActions(admin, NOW)).containsExactly(Move.CANCEL);
  }

  @Test
  void a_review_is_for_the_seller_and_admins() {
    Order order = order(PAYMENT_REVIEW, 1, 1);
    assertThat(order.allowedActions(buyer, NOW)).containsExactly(Move.CANCEL);
    assertThat(order.allowedActions(seller, NOW))
        .containsExactly(Move.APPROVE_PAYMENT, Move.REJECT_PAYMENT, Move.CANCEL);
    assertThat(order.allowedActions(admin, NOW))
        .containsExactly(Move.APPROVE_PAYMENT, Move.REJECT_PAYMENT, Move.CANCEL);
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID", "CANCELLED", "EXPIRED"})
  void nothing_can_be_done_with_what_is_paid_or_ended(OrderStatus status) {
    Order order = order(status, 1, 1);
    assertThat(order.allowedActions(buyer, NOW)).isEmpty();
    assertThat(order.allowedActions(seller, NOW)).isEmpty();
    assertThat(order.allowedActions(admin, NOW)).isEmpty();
  }

  @Test
  void a_proof_is_not_taken_after_the_deadline_or_after_ten() {
    assertThat(order(PENDING_PAYMENT, 9, 1).allowedActions(buyer, NOW))
        .contains(Move.SUBMIT_PAYMENT_PROOF);
    assertThat(order(PENDING_PAYMENT, 10, 1).allowedActions(buyer, NOW))
        .containsExactly(Move.CANCEL);
    assertThat(order(PENDING_PAYMENT, 0, 0).allowedActions(buyer, NOW))
        .containsExactly(Move.CANCEL);
  }

  @Test
  void strangers_may_do_nothing() {
    Order order = order(PENDING_PAYMENT, 0, 1);
    assertThat(order.allowedActions(person(Role.SELLER, UUID.randomUUID()), NOW)).isEmpty();
    assertThat(order.allowedActions(Viewer.NOBODY, NOW)).isEmpty();
  }

  @Test
  void what_has_ended_stays_so() {
    for (Move move : Move.values()) {
      assertThat(move.from()).doesNotContain(PAID, CANCELLED, EXPIRED);
    }
  }

  private Order order(OrderStatus status, int proofs, int secondsLeft) {
    Money total = Money.of("1.00", "GBP");
    OffsetDateTime time = NOW.atOffset(ZoneOffset.UTC);
    return new Order(
        UUID.randomUUID(),
        UUID.randomUUID(),
        required(buyer.userId()),
        required(seller.sellerId()),
        "ABCD-2345",
        status,
        total,
        time,
        status == PENDING_PAYMENT ? time.plusSeconds(secondsLeft) : null,
        new PaymentInstruction(total, new BankAccount("b", "h", "n"), "r"),
        null,
        1,
        proofs,
        UUID.randomUUID());
  }

  private static UUID required(@Nullable UUID id) {
    return Objects.requireNonNull(id);
  }

  private static Viewer person(Role role, @Nullable UUID seller) {
    return new Viewer(UUID.randomUUID(), EnumSet.of(Role.CUSTOMER, role), seller, null, NOW);
  }
}
