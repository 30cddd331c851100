package dev.lapak.products.imports.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.file.Slice.Form;
import dev.lapak.products.imports.file.Slice.RawRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SliceTests {

  private static final String FILE =
      "a,b\r\n\"1,\r\n\"\"2\"\"\",3\n\n\"\",\"x\"\"\"\n🛒,5 \" inches\n\"\"\"\",\"\n\n\"\nlast,row";

  @Test
  void rows_end_where_no_quote_is_open() {
    Slice slice = csv(FILE, true, 100);

    assertThat(texts(slice))
        .containsExactly(
            "a,b",
            "\"1,\r\n\"\"2\"\"\",3",
            "\"\",\"x\"\"\"",
            "🛒,5 \" inches",
            "\"\"\"\",\"\n\n\"",
            "last,row");
    assertThat(slice.rows()).extracting(RawRow::line).containsExactly(1, 2, 5, 6, 7, 10);
    assertThat(slice.length()).isEqualTo(FILE.getBytes(UTF_8).length);
  }

  @Test
  void wherever_a_file_is_cut_its_rows_are_the_same() {
    for (int window = 18; window < FILE.length() + 2; window++) {
      isTheSameIn(window, FILE);
    }
  }

  @Test
  void wherever_a_long_row_is_cut_its_end_is_the_same() {
    String file =
        "a,b\n\"%s\",x\"\"\"\ny,z\n\n1,%s\n%s\nlast,row,%s"
            .formatted(
                "\"\",\n\"\"".repeat(Slice.MAX_ROW),
                "\"\"x".repeat(Slice.MAX_ROW),
                ",\"\n\"\"\"".repeat(Slice.MAX_ROW),
                "x".repeat(2 * Slice.MAX_ROW));
    assertThat(csv(file, true, 100).rows())
        .extracting(RawRow::isTooLong)
        .containsExactly(false, true, false, true, true, true);
    for (int i = 0; i < 8; i++) {
      isTheSameIn(Slice.MAX_ROW + 1 + i * 1_003, file);
    }
  }

  private static void isTheSameIn(int window, String text) {
    byte[] file = text.getBytes(UTF_8);
    List<RawRow> rows = new ArrayList<>();
    Random random = new Random(7);
    int from = 0;
    int line = 1;
    LongRow inside = null;
    while (from < file.length) {
      int to = Math.min(file.length, from + window);
      Slice slice =
          Slice.cut(
              Arrays.copyOfRange(file, from, to),
              to == file.length,
              ImportFormat.CSV,
              line,
              inside,
              1 + random.nextInt(3));
      rows.addAll(slice.rows());
      from += slice.length();
      line += slice.lines();
      inside = slice.inside();
    }
    List<RawRow> whole = csv(text, true, 100).rows();
    assertThat(rows)
        .usingRecursiveFieldByFieldElementComparator()
        .as("in windows of %d", window)
        .isEqualTo(whole);
  }

  @Test
  void quotes_mean_nothing_in_json_lines() {
    Slice slice =
        Slice.cut("\"\n{}\r\n\n\"x".getBytes(UTF_8), true, ImportFormat.JSON_LINES, 5, null, 100);
    assertThat(texts(slice)).containsExactly("\"", "{}", "\"x");
    assertThat(slice.rows()).extracting(RawRow::line).containsExactly(5, 6, 8);
  }

  @Test
  void a_quote_that_is_never_closed_is_told() {
    Slice slice = csv("a\n\"b\nc\nd", true, 100);
    assertThat(slice.rows()).extracting(RawRow::form).containsExactly(Form.WHOLE, Form.OPEN);
    assertThat(slice.rows()).extracting(RawRow::line).containsExactly(1, 2);
    assertThatThrownBy(() -> slice.rows().getLast().text())
        .isInstanceOf(MalformedRowException.class);
  }

  @Test
  void a_row_is_as_long_as_its_bound_and_no_longer() {
    String longest = "x".repeat(Slice.MAX_ROW);
    assertThat(texts(csv(longest + "\ny", true, 100))).containsExactly(longest, "y");
    Slice longer = csv("a\nx" + longest + "\ny", true, 100);
    assertThat(longer.rows()).extracting(RawRow::isTooLong).containsExactly(false, true, false);
    assertThat(longer.rows()).extracting(RawRow::line).containsExactly(1, 2, 3);
  }

  @Test
  void a_long_row_that_never_ends_is_told() {
    String open = "\n\n\"" + "x\n".repeat(Slice.MAX_ROW);
    Slice begun = csv(open, false, 100);
    assertThat(begun.rows()).isEmpty();
    assertThat(begun.length()).isEqualTo(open.length());
    assertThat(begun.lines()).isEqualTo(2 + Slice.MAX_ROW);
    assertThat(begun.inside()).isEqualTo(new LongRow(3, LongRow.Place.QUOTED));
    assertThatThrownBy(
            () ->
                Slice.cut(
                    "y\nz".getBytes(UTF_8), true, ImportFormat.CSV, 1_000, begun.inside(), 100))
        .isInstanceOfSatisfying(
            RowTooLongException.class, tooLong -> assertThat(tooLong.line()).isEqualTo(3));
    // The rows before it are taken first.
    assertThat(texts(csv("a" + open, true, 100))).containsExactly("a");
  }

  private static Slice csv(String text, boolean last, int maxRows) {
    return Slice.cut(text.getBytes(UTF_8), last, ImportFormat.CSV, 1, null, maxRows);
  }

  private static List<String> texts(Slice slice) {
    return slice.rows().stream().map(RawRow::text).toList();
  }
}
