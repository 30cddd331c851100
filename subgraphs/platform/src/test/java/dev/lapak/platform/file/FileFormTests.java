package dev.lapak.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Pictures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormTests {

  private static final byte[] WEBP = Pictures.webp();

  @Test
  void each_type_is_known_by_its_bytes() {
    assertThat(FileType.of(Pictures.png())).contains(FileType.PNG);
    assertThat(FileType.of(Pictures.jpeg())).contains(FileType.JPEG);
    assertThat(FileType.of(WEBP)).contains(FileType.WEBP);
    assertThat(FileType.of(Pictures.pdf(1_000))).contains(FileType.PDF);
  }

  @Test
  void what_is_cut_off_anywhere_is_none() {
    for (byte[] whole : new byte[][] {Pictures.png(), Pictures.jpeg(), WEBP, Pictures.pdf(200)}) {
      for (int length = 0; length < whole.length - 1; length++) {
        assertThat(FileType.of(Arrays.copyOf(whole, length))).isEmpty();
      }
    }
  }

  @Test
  void nothing_hides_behind_a_png_or_a_webp() {
    assertThat(FileType.of(with(Pictures.png(), "PK\3\4"))).isEmpty();
    assertThat(FileType.of(with(WEBP, "PK\3\4"))).isEmpty();
  }

  @Test
  void a_phone_may_add_its_own_behind_a_jpeg() {
    assertThat(FileType.of(with(Pictures.jpeg(), "SEFHe\0\0\0SEFT"))).contains(FileType.JPEG);
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
        "%PDF-1.7\n",
        "\u0089PNG\r\n\u001a\n",
        "\u00ff\u00d8\u00ff\u00d9",
        "RIFF\4\0\0\0WAVE",
      })
  void anything_else_is_none(String text) {
    assertThat(FileType.of(text.getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void lengths_that_lie_do_not_lead_astray() {
    byte[] png = Pictures.png();
    ByteBuffer.wrap(png).putInt(8, Integer.MAX_VALUE);
    assertThat(FileType.of(png)).isEmpty();
    ByteBuffer.wrap(png).putInt(8, -1);
    assertThat(FileType.of(png)).isEmpty();

    byte[] webp = WEBP.clone();
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -1);
    assertThat(FileType.of(webp)).isEmpty();

    byte[] jpeg = Pictures.jpeg();
    ByteBuffer.wrap(jpeg).putShort(4, (short) 0);
    assertThat(FileType.of(jpeg)).isEmpty();
  }

  private static byte[] with(byte[] file, String more) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(file);
    all.writeBytes(more.getBytes(ISO_8859_1));
    return all.toByteArray();
  }
}
