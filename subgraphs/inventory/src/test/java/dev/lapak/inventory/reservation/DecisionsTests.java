package dev.lapak.inventory.reservation;

import static dev.lapak.inventory.reservation.ReserveErrorCode.OUT_OF_STOCK;
import static dev.lapak.inventory.reservation.ReserveErrorCode.RESERVATION_ID_USED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.outcome.Outcome;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsTests {

  private static final OffsetDateTime END = OffsetDateTime.parse("2026-01-01T00:00:00Z");
  private static final UUID SHOE = new UUID(0, 1);
  private static final UUID HAT = new UUID(0, 2);
  private static final UUID WAREHOUSE = new UUID(1, 1);
  private static final List<Shelf> FIVE_OF_EACH =
      List.of(new Shelf(SHOE, WAREHOUSE, 5), new Shelf(HAT, WAREHOUSE, 5));

  private final Decisions decisions = new Decisions(FIVE_OF_EACH, List.of());

  @Test
  void calls_are_served_in_their_order_until_there_is_none_left() {
    assertDone(decisions.decide(call(request(Map.of(SHOE, 3)))));
    assertErrors(decisions.decide(call(request(Map.of(SHOE, 3)))), OUT_OF_STOCK);
    assertDone(decisions.decide(call(request(Map.of(SHOE, 2)))));
    assertThat(decisions.made()).hasSize(2);
  }

  @Test
  void one_line_too_many_leaves_all_of_the_call_undone() {
    ReservationRequest good = request(Map.of(SHOE, 5));
    ReservationRequest bad = request(Map.of(HAT, 6));
    assertThat(errors(decisions.decide(call(good, bad))))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.reservationId()).isEqualTo(bad.id());
              assertThat(error.productId()).isEqualTo(HAT);
              assertThat(error.available()).isEqualTo(5);
            });
    assertThat(decisions.made()).isEmpty();
    assertDone(decisions.decide(call(request(Map.of(SHOE, 5, HAT, 5)))));
  }

  @Test
  void every_line_that_lacks_is_said() {
    assertErrors(
        decisions.decide(call(request(Map.of(SHOE, 6)), request(Map.of(HAT, 7)))),
        OUT_OF_STOCK,
        OUT_OF_STOCK);
  }

  @Test
  void reservations_of_one_call_share_what_there_is() {
    assertThat(errors(decisions.decide(call(request(Map.of(SHOE, 3)), request(Map.of(SHOE, 3))))))
        .singleElement()
        .satisfies(error -> assertThat(error.available()).isEqualTo(2));
    assertDone(decisions.decide(call(request(Map.of(SHOE, 3)), request(Map.of(SHOE, 2)))));
  }

  @Test
  void twin_in_the_same_batch_is_answered_and_takes_nothing() {
    ReservationRequest request = request(Map.of(SHOE, 3));
    Outcome<List<Reservation>, ReserveError> first = decisions.decide(call(request));
    assertThat(decisions.decide(call(request))).isEqualTo(first);
    assertDone(decisions.decide(call(request(Map.of(SHOE, 2)))));
    assertThat(decisions.made()).hasSize(2);
  }

  @Test
  void twin_with_other_lines_in_the_same_batch_is_refused() {
    ReservationRequest request = request(Map.of(SHOE, 3));
    assertDone(decisions.decide(call(request)));
    for (Map<UUID, Integer> other :
        List.of(Map.of(SHOE, 2), Map.of(HAT, 3), Map.of(SHOE, 3, HAT, 1))) {
      assertErrors(
          decisions.decide(call(new ReservationRequest(request.id(), END, other))),
          RESERVATION_ID_USED);
    }
  }

  @Test
  void twin_of_a_call_that_failed_is_decided_for_itself() {
    ReservationRequest request = request(Map.of(SHOE, 3));
    assertErrors(decisions.decide(call(request, request(Map.of(HAT, 6)))), OUT_OF_STOCK);
    assertDone(decisions.decide(call(request)));
  }

  @Test
  void known_active_one_with_the_same_lines_is_answered_as_it_is() {
    ReservationRequest again = request(Map.of(HAT, 5, SHOE, 5));
    Reservation before = new Reservation(again.id(), ReservationStatus.ACTIVE, END.plusDays(1));
    Decisions known =
        new Decisions(List.of(), List.of(new KnownReservation(before, again.lines())));
    assertThat(known.decide(call(again))).isEqualTo(Outcome.done(List.of(before)));
    assertThat(known.made()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ReservationStatus.class,
      names = {"COMMITTED", "RELEASED", "EXPIRED"})
  void known_one_that_has_ended_is_refused(ReservationStatus status) {
    ReservationRequest again = request(Map.of(SHOE, 1));
    Decisions known =
        new Decisions(
            FIVE_OF_EACH,
            List.of(new KnownReservation(new Reservation(again.id(), status, END), again.lines())));
    assertErrors(known.decide(call(again)), RESERVATION_ID_USED);
  }

  private static ReservationRequest request(Map<UUID, Integer> lines) {
    return new ReservationRequest(UUID.randomUUID(), END, lines);
  }

  private static ReserveCall call(ReservationRequest... requests) {
    return new ReserveCall(List.of(requests));
  }

  private static void assertDone(Outcome<List<Reservation>, ReserveError> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private static void assertErrors(
      Outcome<List<Reservation>, ReserveError> outcome, ReserveErrorCode... codes) {
    assertThat(errors(outcome)).extracting(ReserveError::code).containsExactly(codes);
  }

  private static List<ReserveError> errors(Outcome<List<Reservation>, ReserveError> outcome) {
    return switch (outcome) {
      case Outcome.Done<List<Reservation>, ReserveError> done -> List.of();
      case Outcome.Refused(List<ReserveError> errors) -> errors;
    };
  }
}
