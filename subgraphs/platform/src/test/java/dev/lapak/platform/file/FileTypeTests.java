package dev.lapak.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Pictures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {

  @Test
  void each_type_is_known_by_its_bytes() {
    assertThat(FileType.of(Pictures.png())).contains(FileType.PNG);
    assertThat(FileType.of(Pictures.jpeg())).contains(FileType.JPEG);
    assertThat(FileType.of(Pictures.webp())).contains(FileType.WEBP);
    assertThat(FileType.of(Pictures.pdf(1_000))).contains(FileType.PDF);
  }

  @Test
  void what_is_cut_off_is_still_of_its_type() {
    for (byte[] whole :
        new byte[][] {Pictures.png(), Pictures.jpeg(), Pictures.webp(), Pictures.pdf(200)}) {
      assertThat(FileType.of(Arrays.copyOf(whole, 12))).isEqualTo(FileType.of(whole));
      assertThat(FileType.of(Arrays.copyOf(whole, 2))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "GIF89a\1\0\1\0\0\0\0;",
        "<html><script>alert(1)</script></html>",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "PK\3\4",
        "MZ",
        " %PDF-1.7\nstartxref\n0\n%%EOF",
        "%PDF-9.7\nstartxref\n0\n%%EOF",
        "\u0089PNG\n\u001a\n",
        "\u00ff\u00d8",
        "RIFF\4\0\0\0WAVE",
      })
  void anything_else_is_none(String text) {
    assertThat(FileType.of(text.getBytes(ISO_8859_1))).isEmpty();
  }
}
