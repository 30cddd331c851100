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
        "<</Subtype /FileAttachment /FS <</Type /Filespec /F (a.exe)>>>>",
        "<</Type /Filespec /F (a.exe) /EF <</F 5 0 R>>>>",
        "<</AA <</O <</S /GoToR /F (\\\\\\\\evil\\\\x.pdf)>>>>>>",
        "<</S /GoToE /T <<>>>>",
        "<</Subtype /3D /3DD <</OnInstantiate 6 0 R>>>>",
        "<</Subtype /Movie /Movie <</F (http://evil)>>>>",
        "<</Subtype /RichMedia>>",
        "<</S /Rendition /JS (app.alert(1))>>",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<< /Filter /FlateDecode /Note (obj) /Type /ObjStm /N 1 /First 4 >>\nstream",
        "<< /Filter /FlateDecode %obj\n /Type /ObjStm /N 1 /First 4 >>\nstream",
        "<< /Type /ObjStm /Note (stream) /N 1 /First 4 /Filter /FlateDecode >>\nstream",
        "<< /Filter /FlateDecode /Note (1 0 obj <<) /N 1 /First 4 >>\nstream",
        "<< /Filter /FlateDecode %1 0 obj <<\n /Type /ObjStm /N 1 /First 4 >>\nstream",
        "<< /Filter /FlateDecode /Note (\\) >> \\() /N 1 /First 4 >>\nstream",
        "<< /Filter /FlateDecode /Note <3e3e> /Type /ObjStm /N 1 /First 4 >>\nstream",
        "<< /A << /B (>>) >> /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream",
        "<< /N 1 /First 4 /Filter /FlateDecode >>\nstream",
        "<< /N 1 /Filter [/FlateDecode] >>\r\nstream",
        "%comment\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream",
      })
  void packed_objects_are_found_whatever_stands_around_them(String head) {
    refuses(pdf(PAGE + packed(head, "<</S /JavaScript>>")), Reason.PDF_ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Note (obj) >>\nstream",
        "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode %obj\n>>\nstream",
        "<< /Type /ObjStm /N 1 /First 4 /F#69lter /FlateDecode >>\nstream",
        "<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] >>\nstream",
        "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Filter [] >>\nstream",
        "<< /Type /ObjStm /N 1 /First 4 /Filter 9 0 R >>\nstream",
        "<< /Type /ObjStm /N 1 /First 4 /F /FlateDecode >>\nstream",
        "<< /Type /ObjStm /N 1 /First 4 /F /Fl >>\nstream",
        "<< /N 1 /First 4 /Filter /LZWDecode >>\nstream",
        "<< /N 1 /Filter [/ASCIIHexDecode] >>\nstream",
        "<< /Filter /LZWDecode %1 0 obj << /Filter /FlateDecode\n /N 1 /First 4 >>\nstream",
        "<< /N 1 /First 4 /Filter /FlateDecode /DecodeParms 9 0 R >>\nstream",
        "<< /N 1 /First 4 /Filter /FlateDecode >> %stream\nstream",
        "<< /N 1 /First 4 /Filter /FlateDecode >>\nstream ",
        "<< /N 1 /First 4 /Filter /FlateDecode >>\nstream\r\r",
        "<< /F#69lter /Flate#44ecode /#4e 1 /F#69rst 4 >>\nstream",
        "<< /N 1 /First 4 /Filter /FlateDecode > >\nstream",
        "<< /N 1 /First 4 /Filter /FlateDecode ) >>\nstream",
      })
  void packed_objects_that_are_not_plainly_such_are_refused(String head) {
    refuses(pdf(PAGE + packed(head, "<<>>")), Reason.PDF_BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</Type/ObjStm/N 6/First 35/Filter/FlateDecode/Length 296>>\r\nstream\r",
        "<</Filter/FlateDecode/First 10/Length 60/N 2/Type/ObjStm/Extends 4 0 R>>stream\r",
        "<< /Type /ObjStm\n   /Length 10 0 R\n   /N 7\n   /Filter [ /FlateDecode ]\n>>\nstream",
        "<< /N 3 /Alternate /DeviceRGB /Range [0.0 1.0 0 1 0 1] /Filter /FlateDecode >>\nstream",
      })
  void packed_objects_as_writers_write_them_are_fine(String head) {
    accepts(pdf(PAGE + packed(head, "<</Type /Catalog>>")));
  }

  @Test
  void other_dictionaries_may_say_what_they_like() {
    accepts(pdf(PAGE + "5 0 obj <</Type /Outlines /First 6 0 R /Title (\\(N\\) %)>> endobj"));
    accepts(pdf(PAGE + "5 0 obj <</Title (of an obj and a stream)>> endobj"));
    accepts(
        pdf(
            PAGE
                + "5 0 obj <</Length 1 /Note (x) /Filter [/ASCII85Decode /LZWDecode]"
                + " /Resources <</N 1 /First 2>>>> stream\n~ endstream"));
  }

  @Test
  void what_would_be_read_again_and_again_is_refused() {
    refuses(pdf(PAGE + "1 0 obj << ".repeat(100_000) + ">> ".repeat(100_000)), Reason.PDF_BROKEN);
    refuses(pdf(PAGE + "obj%".repeat(100_000)), Reason.PDF_BROKEN);
    refuses(pdf(PAGE + "9 0 obj <<" + "/A ".repeat(200_000) + ">>"), Reason.PDF_BROKEN);
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
    return packed("<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode>> stream\r", objects);
  }

  private static String packed(String head, String objects) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(objects.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "7 0 obj %s\n%s\nendstream endobj ".formatted(head, bytes.toString(ISO_8859_1));
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
