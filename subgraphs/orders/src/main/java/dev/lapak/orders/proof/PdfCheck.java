package dev.lapak.orders.proof;

import static dev.lapak.platform.file.UploadException.Reason.PDF_ACTIVE;
import static dev.lapak.platform.file.UploadException.Reason.PDF_BROKEN;
import static dev.lapak.platform.file.UploadException.Reason.PDF_PROTECTED;
import static dev.lapak.platform.file.UploadException.Reason.PDF_TOO_LONG;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lapak.platform.file.UploadException;
import java.util.Set;

/**
 * Whether a PDF is a few pages to look at, and no more: no programs, no forms that send, no files
 * inside, no ways into others, nothing that only a password opens. Nothing is drawn here and the
 * bytes are kept as they came, so it is enough to know the names that are in it; those in packed
 * objects are looked at too, within a bound, for a small file may unpack to any size.
 */
final class PdfCheck {

  private static final int MAX_PAGES = 50;
  private static final int TAIL = 1_024;

  private static final Set<String> ACTIVE =
      Set.of(
          "JavaScript",
          "OnInstantiate",
          "Rendition",
          "Launch",
          "GoToE",
          "GoToR",
          "EF",
          "EmbeddedFile",
          "EmbeddedFiles",
          "FileAttachment",
          "Movie",
          "RichMedia",
          "XFA",
          "SubmitForm",
          "ImportData");

  private int pages;

  private PdfCheck() {}

  /** Takes its time at a large one: not for an event loop. */
  static void require(byte[] file) {
    if (!isWhole(file)) {
      throw new UploadException(PDF_BROKEN);
    }
    PdfCheck check = new PdfCheck();
    check.look(file);
    new PackedObjects(file).each(check::look);
    if (check.pages == 0) {
      throw new UploadException(PDF_BROKEN);
    }
  }

  /** Its end is looked for near the end, as readers do. */
  private static boolean isWhole(byte[] file) {
    int tail = Math.max(0, file.length - TAIL);
    String end = new String(file, tail, file.length - tail, ISO_8859_1);
    return end.contains("startxref") && end.contains("%%EOF");
  }

  private void look(byte[] bytes) {
    Previous previous = new Previous();
    PdfNames.each(
        bytes,
        name -> {
          judge(name);
          if (name.equals("Page") && previous.name.equals("Type") && ++pages > MAX_PAGES) {
            throw new UploadException(
                PDF_TOO_LONG, "The PDF has more than %d pages.".formatted(MAX_PAGES));
          }
          previous.name = name;
        });
  }

  private static void judge(String name) {
    if (name.equals("Encrypt")) {
      throw new UploadException(PDF_PROTECTED);
    }
    if (ACTIVE.contains(name)) {
      throw new UploadException(PDF_ACTIVE);
    }
  }

  private static final class Previous {
    private String name = "";
  }
}
