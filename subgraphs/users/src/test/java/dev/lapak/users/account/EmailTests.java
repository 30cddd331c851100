package dev.lapak.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTests {

  @ParameterizedTest
  @CsvSource({
    "siti@example.org, siti@example.org",
    "' Siti@Example.ORG\t', siti@example.org",
    "a@b.c, a@b.c",
    "first.last+tag@mail.example.co.id, first.last+tag@mail.example.co.id",
    "o'neill@example.org, o'neill@example.org",
    "1@1.1, 1@1.1",
    "a@xn--bcher-kva.example, a@xn--bcher-kva.example",
  })
  void address_is_kept_trimmed_and_in_lower_case(String typed, String kept) {
    assertThat(Email.parse(typed)).contains(new Email(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a",
        "a@",
        "@b.c",
        "a@b",
        "a@b.",
        "a@.b",
        "a@b..c",
        "a@-b.c",
        "a@b-.c",
        "a@b_c.d",
        ".a@b.c",
        "a.@b.c",
        "a..b@b.c",
        "a b@c.d",
        "a@b@c.d",
        "a@b.c,d@e.f",
        "<a@b.c>",
        "\"a\"@b.c",
        "a@[127.0.0.1]",
        "a\u0000@b.c",
        "a@b.c\n.d",
        "\u0130@example.org",
        "ｓiti@example.org",
      })
  void what_can_be_no_address_is_none(String typed) {
    assertThat(Email.parse(typed)).isEmpty();
  }

  @Test
  void parts_have_their_lengths() {
    assertThat(Email.parse("a".repeat(64) + "@b.c")).isPresent();
    assertThat(Email.parse("a".repeat(65) + "@b.c")).isEmpty();
    assertThat(Email.parse("a@" + "b".repeat(63) + ".c")).isPresent();
    assertThat(Email.parse("a@" + "b".repeat(64) + ".c")).isEmpty();
  }

  @Test
  void long_nonsense_is_refused_at_once() {
    assertThat(Email.parse("a.".repeat(500_000) + "@")).isEmpty();
    assertThat(Email.parse("a".repeat(100) + "@" + "b-".repeat(76))).isEmpty();
  }
}
