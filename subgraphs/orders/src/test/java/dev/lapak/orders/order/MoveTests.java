package dev.lapak.orders.order;

import static dev.lapak.orders.order.OrderStatus.CANCELLED;
import static dev.lapak.orders.order.OrderStatus.COMPLETED;
import static dev.lapak.orders.order.OrderStatus.DELIVERED;
import static dev.lapak.orders.order.OrderStatus.EXPIRED;
import static dev.lapak.orders.order.OrderStatus.PAID;
import static dev.lapak.orders.order.OrderStatus.PAYMENT_REVIEW;
import static dev.lapak.orders.order.OrderStatus.PENDING_PAYMENT;
import static dev.lapak.orders.order.OrderStatus.PROCESSING;
import static dev.lapak.orders.order.OrderStatus.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.money.Money;
import dev.lapak.platform.viewer.Role;
import dev.lapak.platform.viewer.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveTests {

  private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

  private final Viewer buyer = person(Role.CUSTOMER, null);
  private final Viewer seller = person(Role.SELLER, UUID.randomUUID());
  private final Viewer admin = person(Role.ADMIN, null);

  @Test
  void an_order_that_waits_can_be_paid_or_put_off_by_its_buyer_and_cancelled_by_all() {
    Order order = order(PENDING_PAYMENT, 0, 1);
    assertThat(order.allowedActions(buyer, NOW))
        .containsExactly(Move.SUBMIT_PAYMENT_PROOF, Move.EXTEND_DEADLINE, Move.CANCEL);
    assertThat(order.allowedActions(seller, NOW)).containsExactly(Move.CANCEL);
    assertThat(order.allowedActions(admin, NOW)).containsExactly(Move.MARK_PAID, Move.CANCEL);
  }

  @Test
  void a_review_is_for_the_seller_and_admins() {
    Order order = order(PAYMENT_REVIEW, 1, 1);
    assertThat(order.allowedActions(buyer, NOW)).containsExactly(Move.CANCEL);
    assertThat(order.allowedActions(seller, NOW))
        .containsExactly(Move.APPROVE_PAYMENT, Move.REJECT_PAYMENT, Move.CANCEL);
    assertThat(order.allowedActions(admin, NOW))
        .containsExactly(Move.APPROVE_PAYMENT, Move.REJECT_PAYMENT, Move.MARK_PAID, Move.CANCEL);
  }

  @Test
  void a_paid_order_is_confirmed_and_sent_by_its_seller_and_cancelled_by_its_buyer_before_that() {
    assertThat(order(PAID, 1, 1).allowedActions(buyer, NOW)).containsExactly(Move.CANCEL);
    assertThat(order(PAID, 1, 1).allowedActions(seller, NOW))
        .containsExactly(Move.CONFIRM, Move.CANCEL);
    assertThat(order(PROCESSING, 1, 1).allowedActions(buyer, NOW)).isEmpty();
    assertThat(order(PROCESSING, 1, 1).allowedActions(seller, NOW))
        .containsExactly(Move.SHIP, Move.CANCEL);
    assertThat(order(SHIPPED, 1, 1).allowedActions(buyer, NOW)).containsExactly(Move.DELIVER);
    assertThat(order(SHIPPED, 1, 1).allowedActions(seller, NOW)).containsExactly(Move.DELIVER);
    assertThat(order(DELIVERED, 1, 1).allowedActions(buyer, NOW)).containsExactly(Move.COMPLETE);
    assertThat(order(DELIVERED, 1, 1).allowedActions(seller, NOW)).isEmpty();
    assertThat(order(DELIVERED, 1, 1).allowedActions(admin, NOW)).containsExactly(Move.COMPLETE);
  }

  @Test
  void only_late_money_changes_what_has_ended() {
    for (OrderStatus status : List.of(COMPLETED, CANCELLED)) {
      for (Viewer viewer : List.of(buyer, seller, admin)) {
        assertThat(order(status, 1, 1).allowedActions(viewer, NOW)).isEmpty();
      }
    }
    assertThat(order(EXPIRED, 1, 1).allowedActions(buyer, NOW)).isEmpty();
    assertThat(order(EXPIRED, 1, 1).allowedActions(seller, NOW)).isEmpty();
    assertThat(order(EXPIRED, 1, 1).allowedActions(admin, NOW)).containsExactly(Move.REINSTATE);
  }

  @Test
  void a_proof_is_not_taken_after_the_deadline_or_after_ten() {
    assertThat(order(PENDING_PAYMENT, 9, 1).allowedActions(buyer, NOW))
        .contains(Move.SUBMIT_PAYMENT_PROOF);
    assertThat(order(PENDING_PAYMENT, 10, 1).allowedActions(buyer, NOW))
        .containsExactly(Move.EXTEND_DEADLINE, Move.CANCEL);
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
  void what_is_completed_or_cancelled_stays_so() {
    for (Move move : Move.values()) {
      for (Party party : Party.values()) {
        assertThat(move.from(party)).doesNotContain(COMPLETED, CANCELLED);
      }
    }
  }

  @Test
  void an_order_has_reached_what_comes_before_it_on_its_way() {
    assertThat(SHIPPED.hasReached(PROCESSING)).isTrue();
    assertThat(SHIPPED.hasReached(SHIPPED)).isTrue();
    assertThat(SHIPPED.hasReached(DELIVERED)).isFalse();
    assertThat(CANCELLED.hasReached(PROCESSING)).isFalse();
    assertThat(EXPIRED.hasReached(PROCESSING)).isFalse();
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
        null,
        null,
        false,
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
