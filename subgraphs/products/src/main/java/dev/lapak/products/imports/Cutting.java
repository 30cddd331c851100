package dev.lapak.products.imports;

import static dev.lapak.platform.file.UploadException.Reason.FILE_TOO_LARGE;

import dev.lapak.platform.file.UploadException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** Makes pieces of one size of a file that comes in pieces of any. */
final class Cutting {

  private final long max;
  private final MessageDigest digest = digest();
  private byte[] piece = new byte[ImportPieces.SIZE];
  private int filled;
  private long size;

  Cutting(long max) {
    this.max = max;
  }

  static UploadException tooLarge(long max) {
    return new UploadException(
        FILE_TOO_LARGE, String.format(Locale.ROOT, "The file is larger than %,d bytes.", max));
  }

  /** The pieces that are full now. */
  List<byte[]> add(DataBuffer buffer) {
    try {
      size += buffer.readableByteCount();
      if (size > max) {
        throw tooLarge(max);
      }
      List<byte[]> full = new ArrayList<>(1);
      while (buffer.readableByteCount() > 0) {
        int part = Math.min(buffer.readableByteCount(), piece.length - filled);
        buffer.read(piece, filled, part);
        filled += part;
        if (filled == piece.length) {
          digest.update(piece);
          full.add(piece);
          piece = new byte[ImportPieces.SIZE];
          filled = 0;
        }
      }
      return full;
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  /** What is left at the end. */
  List<byte[]> rest() {
    digest.update(piece, 0, filled);
    return filled == 0 ? List.of() : List.of(Arrays.copyOf(piece, filled));
  }

  int size() {
    return (int) size;
  }

  /** Of the whole file, once {@link #rest} is taken. */
  byte[] sha256() {
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
