package dev.lapak.orders.proof;

import static dev.lapak.platform.file.UploadException.Reason.PDF_BROKEN;

import dev.lapak.platform.file.UploadException;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The streams of a PDF in which objects are packed; so much of all of them together. Which objects
 * are there says a table that readers repair where it is wrong; so whatever may be one to some
 * reader is looked at, wherever it stands. What readers may not agree on is refused: writers say it
 * plainly.
 */
final class PackedObjects {

  private static final int MAX_UNPACKED = 32 << 20;

  /** Some reader takes each of these for one; a colour profile says N too. */
  private static final List<String> SIGNS = List.of("/ObjStm", "/First", "/N");

  /** All that the dictionary of such a stream has, or the one of a profile. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[-+.\\d]+|R|\\[|]|/(Type|ObjStm|N|First|Length|Filter|FlateDecode|Extends|DL"
              + "|Alternate|Range|Metadata|DeviceGray|DeviceRGB|DeviceCMYK)");

  private final byte[] file;
  private int left = MAX_UNPACKED;

  /** Dictionaries are read once, but for those that stand in strings and comments of others. */
  private long patience;

  PackedObjects(byte[] file) {
    this.file = file;
    this.patience = 2L * file.length;
  }

  /**
   * @param look takes what each such stream unpacks to
   * @throws UploadException if one can't be read, or they are too much
   */
  void each(Consumer<byte[]> look) {
    for (int at = 0; at < file.length; at++) {
      if (isWord("obj", at)) {
        int begin = skipBlank(at + 3);
        int end = begin;
        if (PdfDictionary.isPair(file, begin, '<')) {
          end = look(PdfDictionary.at(file, begin), look);
        }
        patience -= end - at;
        if (patience < 0) {
          throw broken();
        }
      }
    }
  }

  /**
   * @return up to where it looked
   */
  private int look(PdfDictionary dictionary, Consumer<byte[]> look) {
    List<String> words = dictionary.words();
    int end = skipBlank(dictionary.end());
    if (Collections.disjoint(words, SIGNS)) {
      return end;
    }
    if (!isWord("stream", end)) {
      if (words.contains("/ObjStm")) {
        throw broken();
      }
      return end;
    }
    int data = data(dictionary.end());
    if (isPacked(words)) {
      look.accept(inflate(data));
    }
    if (!words.stream().allMatch(word -> PLAIN.matcher(word).matches())) {
      throw broken();
    }
    return end;
  }

  /** Otherwise it is looked at already. */
  private static boolean isPacked(List<String> words) {
    if (!words.contains("/Filter") && !words.contains("/FlateDecode")) {
      return false;
    }
    String all = String.join(" ", words);
    if (Collections.frequency(words, "/Filter") > 1
        || Collections.frequency(words, "/FlateDecode") > 1
        || !all.matches(".*/Filter (/FlateDecode|\\[ /FlateDecode ]).*")) {
      throw broken();
    }
    return true;
  }

  /** Where it begins behind a dictionary that ends there, if all readers say the same. */
  private int data(int from) {
    int at = from;
    while (PdfNames.isWhite(file[at])) {
      at++;
    }
    if (isWord("stream\r\n", at)) {
      return at + 8;
    }
    if (isWord("stream\n", at)) {
      return at + 7;
    }
    throw broken();
  }

  private byte[] inflate(int from) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, from, file.length - from);
      ByteArrayOutputStream objects = new ByteArrayOutputStream();
      byte[] piece = new byte[64 * 1024];
      while (!inflater.finished()) {
        int length = inflater.inflate(piece);
        left -= length;
        if (left < 0 || length == 0 && !inflater.finished()) {
          throw broken();
        }
        objects.write(piece, 0, length);
      }
      return objects.toByteArray();
    } catch (DataFormatException e) {
      throw broken();
    } finally {
      inflater.end();
    }
  }

  /** Behind spaces and comments. */
  private int skipBlank(int from) {
    boolean comment = false;
    for (int at = from; at < file.length; at++) {
      byte character = file[at];
      if (comment) {
        comment = character != '\r' && character != '\n';
      } else if (character == '%') {
        comment = true;
      } else if (!PdfNames.isWhite(character)) {
        return at;
      }
    }
    return file.length;
  }

  private boolean isWord(String word, int at) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= file.length || file[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static UploadException broken() {
    return new UploadException(PDF_BROKEN);
  }
}
