package dev.lapak.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptTests {

  @Test
  void reservations_follow_from_the_attempt_alone() {
    UUID id = UUID.randomUUID();
    List<UUID> ids = new Attempt(id, 1_000).reservations(3);

    assertThat(new Attempt(id, 3).reservations()).isEqualTo(ids);
    assertThat(ids).allSatisfy(made -> assertThat(made.version()).isEqualTo(8));
    assertThat(ids).allSatisfy(made -> assertThat(made.variant()).isEqualTo(2));
    assertThat(new Attempt(UUID.randomUUID(), 3).reservations()).doesNotContainAnyElementsOf(ids);
    assertThat(new HashSet<>(new Attempt(id, 1_000).reservations())).hasSize(1_000);
  }

  @Test
  void order_numbers_are_short_readable_and_rarely_the_same() {
    OrderNumbers numbers = new OrderNumbers();
    HashSet<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String number = numbers.next();
      assertThat(number).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
      seen.add(number);
    }
    assertThat(seen).hasSizeGreaterThan(9_998);
  }
}
