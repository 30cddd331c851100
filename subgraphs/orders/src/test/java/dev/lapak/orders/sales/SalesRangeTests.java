package dev.lapak.orders.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.platform.error.RequestException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesRangeTests {

  @Test
  void days_begin_at_midnight_where_they_are_and_are_whole() {
    assertThat(cut("2026-01-01T12:00:00Z", "2026-01-02T12:00:00Z", SalesUnit.DAY, "Asia/Kathmandu"))
        .containsExactly(
            instant("2025-12-31T18:15:00Z"),
            instant("2026-01-01T18:15:00Z"),
            instant("2026-01-02T18:15:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-06-01, 24"})
  void days_are_as_long_as_they_are(String day, int hours) {
    List<Instant> cuts =
        cut(day + "T12:00:00Z", day + "T12:00:01Z", SalesUnit.DAY, "Europe/Berlin");

    assertThat(cuts).hasSize(2);
    assertThat(Duration.between(cuts.getFirst(), cuts.getLast())).hasHours(hours);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-10-24T22:30:00Z, 2026-10-25T22:30:00Z",
    "Australia/Lord_Howe, 2026-04-04T00:10:00Z, 2026-04-05T10:00:00Z",
    "Australia/Lord_Howe, 2026-10-03T00:10:00Z, 2026-10-04T10:00:00Z",
    "Asia/Kathmandu, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z",
  })
  void hours_have_no_gap_and_no_overlap_whatever_clocks_do(String zone, String from, String to) {
    List<Instant> cuts = cut(from, to, SalesUnit.HOUR, zone);

    assertThat(cuts.getFirst()).isBeforeOrEqualTo(instant(from));
    assertThat(cuts.getLast()).isAfterOrEqualTo(instant(to));
    for (int i = 1; i < cuts.size(); i++) {
      assertThat(Duration.between(cuts.get(i - 1), cuts.get(i))).hasHours(1);
    }
  }

  @Test
  void a_period_that_only_ends_where_the_range_begins_is_not_in_it() {
    assertThat(cut("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", SalesUnit.DAY, "UTC"))
        .hasSize(2);
    assertThat(cut("2026-01-01T00:00:00Z", "2026-01-02T00:00:00.000001Z", SalesUnit.DAY, "UTC"))
        .hasSize(3);
  }

  @Test
  void quarters_are_cut_down_and_up() {
    assertThat(
            SalesRange.ofQuarters(
                OffsetDateTime.parse("2026-01-01T10:14:59Z"),
                OffsetDateTime.parse("2026-01-01T10:15:00.000001Z")))
        .isEqualTo(
            new SalesRange(instant("2026-01-01T10:00:00Z"), instant("2026-01-01T10:30:00Z")));
    assertThat(
            SalesRange.ofQuarters(
                OffsetDateTime.parse("2026-01-01T10:15:00Z"),
                OffsetDateTime.parse("2026-01-01T10:30:00Z")))
        .isEqualTo(
            new SalesRange(instant("2026-01-01T10:15:00Z"), instant("2026-01-01T10:30:00Z")));
  }

  @Test
  void a_range_goes_forward() {
    OffsetDateTime now = OffsetDateTime.parse("2026-01-01T10:14:59Z");

    assertThatExceptionOfType(RequestException.class)
        .isThrownBy(() -> SalesRange.ofQuarters(now, now));
  }

  private static List<Instant> cut(String from, String to, SalesUnit unit, String zone) {
    return SalesRange.of(OffsetDateTime.parse(from), OffsetDateTime.parse(to), unit.longest())
        .cut(unit, ZoneId.of(zone));
  }

  private static Instant instant(String time) {
    return Instant.parse(time);
  }
}
