package dev.lapak.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTests {

  @Test
  void a_line_has_no_blanks_around_it_and_no_control_characters() {
    assertThat(Plain.line("\t Warung\nSari\u001f🛒 ")).isEqualTo("Warung Sari 🛒");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b", "\u00a0\u2003", "\u200d\u200d", "\n\u0007"})
  void where_there_is_nothing_to_see_there_is_nothing(String raw) {
    assertThat(Plain.line(raw)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩\u200d💻", "क\u200dष", "a\u0000b"})
  void what_belongs_to_what_is_seen_stays(String raw) {
    assertThat(Plain.line(raw)).isEqualTo(raw);
  }
}
