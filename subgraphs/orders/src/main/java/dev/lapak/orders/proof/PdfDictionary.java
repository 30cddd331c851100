package dev.lapak.orders.proof;

import static dev.lapak.platform.file.UploadException.Reason.PDF_BROKEN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lapak.platform.file.UploadException;
import java.util.ArrayList;
import java.util.List;

/**
 * A dictionary in a PDF's bytes, read as every reader does: what stands in strings and comments is
 * nothing else.
 */
final class PdfDictionary {

  /** Far more than a few pages need. */
  private static final int MAX_WORDS = 100_000;

  /** Longer ones say nothing that is looked for here. */
  private static final int MAX_LENGTH = 64;

  private final byte[] file;
  private final List<String> words = new ArrayList<>();
  private int at;
  private int depth;

  private PdfDictionary(byte[] file, int from) {
    this.file = file;
    this.at = from;
  }

  /**
   * The dictionary that begins there.
   *
   * @throws UploadException if it has no end, or readers may not agree where
   */
  static PdfDictionary at(byte[] file, int from) {
    PdfDictionary dictionary = new PdfDictionary(file, from);
    do {
      dictionary.next();
    } while (dictionary.depth > 0);
    return dictionary;
  }

  /** Whether two such characters are there, with which a dictionary begins or ends. */
  static boolean isPair(byte[] file, int at, char character) {
    return at + 1 < file.length && file[at] == character && file[at + 1] == character;
  }

  /**
   * What stands in it, but not in dictionaries inside: names as {@code /Type}, numbers, brackets;
   * of strings, comments, escapes and dictionaries only that they are there.
   */
  List<String> words() {
    return words;
  }

  /** Behind it. */
  int end() {
    return at;
  }

  private void next() {
    if (at >= file.length) {
      throw new UploadException(PDF_BROKEN);
    }
    switch (file[at]) {
      case '<' -> open();
      case '>' -> close();
      case '(' -> string();
      case '%' -> comment();
      case '/' -> name();
      case '[', ']' -> word(at + 1);
      case ')', '{', '}' -> throw new UploadException(PDF_BROKEN);
      default -> {
        if (PdfNames.isWhite(file[at])) {
          at++;
        } else {
          word(PdfNames.end(file, at));
        }
      }
    }
  }

  private void open() {
    if (isPair(file, at, '<')) {
      add("<<");
      depth++;
      at += 2;
      return;
    }
    add("<");
    skipTo('>', '>');
    at++;
  }

  private void close() {
    if (!isPair(file, at, '>')) {
      throw new UploadException(PDF_BROKEN);
    }
    depth--;
    at += 2;
  }

  private void string() {
    add("(");
    int open = 0;
    for (; at < file.length; at++) {
      switch (file[at]) {
        case '\\' -> at++;
        case '(' -> open++;
        case ')' -> open--;
        default -> {}
      }
      if (open == 0) {
        at++;
        return;
      }
    }
  }

  private void comment() {
    add("%");
    skipTo('\r', '\n');
  }

  private void name() {
    int end = PdfNames.end(file, at + 1);
    String name = PdfNames.name(file, at + 1, end);
    add("/" + name);
    if (name.length() < end - at - 1) {
      add("#");
    }
    at = end;
  }

  private void word(int end) {
    // A byte that belongs nowhere is a word too.
    int behind = Math.max(end, at + 1);
    add(new String(file, at, Math.min(behind - at, MAX_LENGTH), ISO_8859_1));
    at = behind;
  }

  private void add(String word) {
    if (depth != 1) {
      return;
    }
    if (words.size() == MAX_WORDS) {
      throw new UploadException(PDF_BROKEN);
    }
    words.add(word);
  }

  private void skipTo(char one, char other) {
    while (at < file.length && file[at] != one && file[at] != other) {
      at++;
    }
  }
}
