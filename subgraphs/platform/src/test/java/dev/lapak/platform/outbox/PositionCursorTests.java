package dev.lapak.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionCursorTests {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4_711, Long.MAX_VALUE})
  void a_cursor_is_what_it_was(long position) {
    String cursor = new PositionCursor(position).encode();
    assertThat(PositionCursor.parse(cursor).position()).isEqualTo(position);
    assertThat(cursor).matches("[A-Za-z0-9_-]{12}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "what?", "AAAAAAAAAAAA", "cAAAAAAAAAA", "cAAAAAAAAAABAA", "cP__________"})
  void anything_else_is_bad_input(String text) {
    assertThatThrownBy(() -> PositionCursor.parse(text))
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> assertThat(e.code()).isEqualTo(RequestErrorCode.BAD_USER_INPUT));
  }

  @Test
  void a_negative_position_is_none() {
    String cursor = new PositionCursor(-1).encode();
    assertThatThrownBy(() -> PositionCursor.parse(cursor)).isInstanceOf(RequestException.class);
  }
}
