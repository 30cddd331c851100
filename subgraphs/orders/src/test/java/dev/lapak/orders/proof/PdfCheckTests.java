package dev.lapak.orders.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.platform.file.UploadException;
import dev.lapak.platform.file.UploadException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCheckTests {

  private static final String PAGE = "3 0 obj <</Type /Page /Parent 2 0 R>> endobj ";

  @Test
  void pages_are_fine() {
    accepts(pdf(PAGE.repeat(50)));
    accepts(pdf("1 0 obj<</Type/Catalog/OpenAction[3 0 R/Fit]>>endobj " + PAGE));
  }

  @Test
  void too_many_are_too_long() {
    refuses(pdf(PAGE.repeat(51)), Reason.PDF_TOO_LONG);
  }

  @Test
  void what_has_no_page_is_none() {
    refuses(pdf(""), Reason.PDF_BROKEN);
    refuses(pdf("1 0 obj <</Type /Pages>> endobj /Page"), Reason.PDF_BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</S /JavaScript /JS (app.alert(1))>>",
        "<</S/JavaScript/JS(app.alert(1))>>",
        "<</S /J#61vaScript>>",
        "<</S /#4a#61#76#61#53#63#72#69#70#74>>",
        "<</S /Launch /F (cmd.exe)>>",
        "<</Names <</EmbeddedFiles 5 0 R>>>>",
        "<</Type /EmbeddedFile>> stream",
        "<</Subtype /RichMedia>>",
        "<</AcroForm <</XFA 7 0 R>>>>",
        "<</S /SubmitForm>>",
        "<</S\n/ImportData\r>>",
      })
  void what_does_more_than_show_pages_is_refused_wherever_it_hides(String object) {
    refuses(pdf(PAGE + "9 0 obj " + object + " endobj"), Reason.PDF_ACTIVE);
    refuses(pdf(packed(PAGE + object)), Reason.PDF_ACTIVE);
    refuses(pdf(PAGE + packed(" ".repeat(900_000) + object)), Reason.PDF_ACTIVE);
  }

  @Test
  void words_that_are_no_names_do_no_harm() {
    accepts(pdf(PAGE + "4 0 obj (about JavaScript and how to Launch it) endobj"));
    accepts(pdf(PAGE + "4 0 obj <</JavaScripture true /Launcher 1>> endobj"));
  }

  @Test
  void what_only_a_password_opens_is_refused() {
    refuses(pdf(PAGE + "trailer <</Encrypt 8 0 R>>"), Reason.PDF_PROTECTED);
    refuses(pdf(PAGE + "trailer <</Encr#79pt 8 0 R>>"), Reason.PDF_PROTECTED);
  }

  @Test
  void pages_are_counted_where_they_are_packed_too() {
    accepts(pdf(packed(PAGE)));
    accepts(pdf(packed(PAGE.repeat(25)) + packed(PAGE.repeat(25))));
    refuses(pdf(packed(PAGE.repeat(25)) + packed(PAGE.repeat(26))), Reason.PDF_TOO_LONG);
  }

  @Test
  void what_unpacks_without_end_is_not_unpacked_to_its_end() {
    String bomb = packed(PAGE + " ".repeat(40 << 20));

    refuses(pdf(bomb), Reason.PDF_BROKEN);
    refuses(pdf(packed(PAGE + " ".repeat(20 << 20)).repeat(2)), Reason.PDF_BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</Type /ObjStm /Filter /FlateDecode>> stream\nnothing of the kind",
        "<</Type /ObjStm /Filter /LZWDecode>> stream\n",
        "<</Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]>> stream\n",
        "<</Type /ObjStm /Filter /FlateDecode /DecodeParms <</Predictor 12>>>> stream\n",
        "<</Type /ObjStm /F#69lter /FlateDecode>> stream\n",
        "<</Type /ObjStm /Filter /FlateDecode>>",
      })
  void what_can_not_be_unpacked_is_refused(String object) {
    refuses(pdf(PAGE + "7 0 obj " + object), Reason.PDF_BROKEN);
  }

  @Test
  void objects_that_are_not_packed_are_looked_at_once() {
    accepts(pdf("7 0 obj <</Type /ObjStm /N 1>> stream\n" + PAGE + " endstream endobj"));
  }

  @Test
  void any_bytes_end_in_a_word() {
    Random random = new Random(5);
    byte[] whole = pdf(packed(PAGE) + PAGE + "4 0 obj <</Length 3>> stream\nabc endstream");
    for (int i = 0; i < 2_000; i++) {
      byte[] noisy = whole.clone();
      for (int n = 0; n < 3; n++) {
        noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
      }
      try {
        PdfCheck.require(noisy);
      } catch (UploadException refused) {
        // As good as any other.
      }
    }
  }

  private static byte[] pdf(String objects) {
    return ("%PDF-1.7\n" + objects + "\nstartxref\n0\n%%EOF\n").getBytes(ISO_8859_1);
  }

  private static String packed(String objects) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(objects.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "7 0 obj <</Type /ObjStm /Length %d /Filter /FlateDecode>> stream\r\n%s\nendstream endobj "
        .formatted(bytes.size(), bytes.toString(ISO_8859_1));
  }

  private static void accepts(byte[] pdf) {
    assertThatCode(() -> PdfCheck.require(pdf)).doesNotThrowAnyException();
  }

  private static void refuses(byte[] pdf, Reason reason) {
    assertThatExceptionOfType(UploadException.class)
        .isThrownBy(() -> PdfCheck.require(pdf))
        .extracting(UploadException::reason)
        .isEqualTo(reason);
  }
}
