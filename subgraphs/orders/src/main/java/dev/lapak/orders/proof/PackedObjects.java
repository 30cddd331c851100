package dev.lapak.orders.proof;

import static dev.lapak.platform.file.UploadException.Reason.PDF_BROKEN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lapak.platform.file.UploadException;
import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The streams of a PDF in which objects are packed; so much of all of them together. */
final class PackedObjects {

  private static final int MAX_UNPACKED = 32 << 20;

  /** How far the parts of such a stream's head are from its type. */
  private static final int HEAD = 2_048;

  /** As every writer packs them. */
  private static final Pattern PACKED =
      Pattern.compile("(?s).*/Filter\\s*\\[?\\s*/FlateDecode\\s*(\\]|/|>).*");

  private static final Pattern OTHERWISE =
      Pattern.compile("(?s).*(#|/Predictor|/LZW|/ASCII|/RunLength|/Crypt).*");

  private final byte[] file;
  private int left = MAX_UNPACKED;

  PackedObjects(byte[] file) {
    this.file = file;
  }

  /**
   * The objects in the stream whose head says there what it is.
   *
   * @throws UploadException if they can't be read, or are too much
   */
  byte[] unpack(int at) {
    int from = Math.max(0, at - HEAD);
    String around = new String(file, from, Math.min(file.length, at + HEAD) - from, ISO_8859_1);
    int begin = around.lastIndexOf("obj", at - from);
    int end = around.indexOf("stream", at - from);
    if (begin < 0 || end < 0) {
      throw new UploadException(PDF_BROKEN);
    }
    String head = around.substring(begin, end);
    if (OTHERWISE.matcher(head).matches()) {
      throw new UploadException(PDF_BROKEN);
    }
    if (!head.contains("/Filter")) {
      return new byte[0]; // Not packed: looked at already.
    }
    if (!PACKED.matcher(head).matches()) {
      throw new UploadException(PDF_BROKEN);
    }
    int data = from + end + "stream".length();
    while (data < file.length && (file[data] == '\r' || file[data] == '\n')) {
      data++;
    }
    return inflate(data);
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
        if (left < 0 || length == 0) {
          throw new UploadException(PDF_BROKEN);
        }
        objects.write(piece, 0, length);
      }
      return objects.toByteArray();
    } catch (DataFormatException e) {
      throw new UploadException(PDF_BROKEN);
    } finally {
      inflater.end();
    }
  }
}
