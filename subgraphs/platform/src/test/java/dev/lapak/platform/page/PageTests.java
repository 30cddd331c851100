package dev.lapak.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.platform.error.RequestException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class PageTests {

  @Test
  void cursor_comes_back_as_it_went() {
    Cursor cursor = Cursor.of("products NEWEST", "a:b,c|ü 🛒", "\u001f\"]\\", "", 7);

    assertThat(Cursor.parse(cursor.encode(), "products NEWEST")).isEqualTo(cursor);
  }

  @Test
  void cursor_of_another_list_is_refused() {
    String cursor = Cursor.of("products NEWEST", 7).encode();

    assertThatThrownBy(() -> Cursor.parse(cursor, "products TITLE"))
        .isInstanceOf(RequestException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nonsense", "====", "8J+YgA", "🛒", "W251bGxd", "bnVsbA"})
  void made_up_cursor_is_refused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text, "list")).isInstanceOf(RequestException.class);
  }

  @Test
  void cursor_without_keys_is_refused() {
    String bare = new Cursor("list", List.of()).encode();

    assertThatThrownBy(() -> Cursor.parse(bare, "list")).isInstanceOf(RequestException.class);
  }

  @Test
  void half_of_a_character_is_refused() {
    byte[] whole = Base64.getUrlDecoder().decode(Cursor.of("list", "half").encode());
    String half = new String(whole, UTF_8).replace("half", "\\ud800");
    String text = Base64.getUrlEncoder().encodeToString(half.getBytes(UTF_8));

    assertThatThrownBy(() -> Cursor.parse(text, "list")).isInstanceOf(RequestException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-01-31T12:00:00",
        "2026-01-31T12:00:00+19:00",
        "0000-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z"
      })
  void key_that_is_no_time_is_refused(String key) {
    Cursor cursor = Cursor.of("list", key);

    assertThatThrownBy(() -> cursor.time(0)).isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> cursor.time(1)).isInstanceOf(RequestException.class);
  }

  @Test
  void key_that_is_a_time_is_in_utc() {
    assertThat(Cursor.of("list", "2026-01-31T12:00:00+18:00").time(0))
        .hasToString("2026-01-30T18:00Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void page_of_1_to_100(int first) {
    assertThat(PageRequest.of(first, null, "list").limit()).isEqualTo(first + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
  void page_of_another_size_is_refused(int first) {
    assertThatThrownBy(() -> PageRequest.of(first, null, "list"))
        .isInstanceOf(RequestException.class);
  }

  @Test
  void one_row_more_is_a_next_page_and_is_not_shown() {
    Connection<Integer> page = page(2, null, List.of(1, 2, 3));

    assertThat(page.edges()).extracting(Edge::node).containsExactly(1, 2);
    assertThat(page.pageInfo().hasNextPage()).isTrue();
    assertThat(page.pageInfo().hasPreviousPage()).isFalse();
    assertThat(page.pageInfo().startCursor()).isEqualTo(page.edges().getFirst().cursor());
    assertThat(page.pageInfo().endCursor()).isEqualTo(page.edges().getLast().cursor());
  }

  @Test
  void full_page_may_be_the_last() {
    assertThat(page(2, Cursor.of("list", 0).encode(), List.of(1, 2)).pageInfo())
        .extracting(PageInfo::hasNextPage, PageInfo::hasPreviousPage)
        .containsExactly(false, true);
  }

  @Test
  void empty_page_has_no_cursors() {
    assertThat(page(2, null, List.of()).pageInfo())
        .isEqualTo(new PageInfo(false, false, null, null));
  }

  private static Connection<Integer> page(
      int first, @org.jspecify.annotations.Nullable String after, List<Integer> rows) {
    return Connection.of(
        rows,
        PageRequest.of(first, after, "list"),
        row -> Cursor.of("list", row),
        Mono.error(new IllegalStateException("nobody asked for the total")));
  }
}
