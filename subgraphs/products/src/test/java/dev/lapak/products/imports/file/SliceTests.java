package dev.lapak.products.imports.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.products.imports.ImportFormat;
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
    byte[] file = FILE.getBytes(UTF_8);
    List<String> whole = texts(csv(FILE, true, 100));
    List<Integer> lines = csv(FILE, true, 100).rows().stream().map(RawRow::line).toList();
    Random random = new Random(7);

    for (int window = 18; window < file.length + 2; window++) {
      List<String> rows = new ArrayList<>();
      List<Integer> at = new ArrayList<>();
      int from = 0;
      int line = 1;
      while (from < file.length) {
        int to = Math.min(file.length, from + window);
        Slice slice =
            Slice.cut(
                Arrays.copyOfRange(file, from, to),
                to == file.length,
                ImportFormat.CSV,
                line,
                1 + random.nextInt(3));
        rows.addAll(texts(slice));
        slice.rows().forEach(row -> at.add(row.line()));
        from += slice.length();
        line += slice.lines();
      }
      assertThat(rows).isEqualTo(whole);
      assertThat(at).isEqualTo(lines);
    }
  }

  @Test
  void quotes_mean_nothing_in_json_lines() {
    Slice slice =
        Slice.cut("\"\n{}\r\n\n\"x".getBytes(UTF_8), true, ImportFormat.JSON_LINES, 5, 100);
    assertThat(texts(slice)).containsExactly("\"", "{}", "\"x");
    assertThat(slice.rows()).extracting(RawRow::line).containsExactly(5, 6, 8);
  }

  @Test
  void a_quote_that_is_never_closed_is_told() {
    Slice slice = csv("a\n\"b\nc\nd", true, 100);
    assertThat(slice.rows()).extracting(RawRow::isWhole).containsExactly(true, false);
    assertThat(slice.rows()).extracting(RawRow::line).containsExactly(1, 2);
    assertThatThrownBy(() -> slice.rows().getLast().text())
        .isInstanceOf(MalformedRowException.class);
  }

  @Test
  void a_row_is_as_long_as_its_bound_and_no_longer() {
    String longest = "x".repeat(Slice.MAX_ROW);
    assertThat(texts(csv(longest + "\ny", true, 100))).containsExactly(longest, "y");
    assertThatThrownBy(() -> csv("x" + longest + "\ny", true, 100))
        .isInstanceOf(RowTooLongException.class);
    // The rows before it are taken first.
    assertThat(texts(csv("a\nx" + longest + "\ny", true, 100))).containsExactly("a");
    assertThatThrownBy(() -> csv("\"" + longest, false, 100))
        .isInstanceOfSatisfying(
            RowTooLongException.class, tooLong -> assertThat(tooLong.line()).isEqualTo(1));
  }

  private static Slice csv(String text, boolean last, int maxRows) {
    return Slice.cut(text.getBytes(UTF_8), last, ImportFormat.CSV, 1, maxRows);
  }

  private static List<String> texts(Slice slice) {
    return slice.rows().stream().map(RawRow::text).toList();
  }
}
