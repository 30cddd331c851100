package dev.lapak.platform.file;

import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * What has come of a file so far. Beyond its bound nothing is kept, but read on for a while: a
 * sender who is cut off in the middle does not hear why.
 */
final class Received {

  private static final int PATIENCE = 4;
  private static final int FIRST = 64 * 1024;
  private static final byte[] NOTHING = {};

  private final int max;
  private byte[] bytes;
  private long size;

  /**
   * @param announced how long the sender says that it is; negative if unknown
   */
  Received(long announced, int max) {
    this.max = max;
    if (announced > patience()) {
      throw tooLarge();
    }
    this.bytes = new byte[Math.min(announced < 0 ? FIRST : (int) Math.min(announced, FIRST), max)];
  }

  Received add(DataBuffer buffer) {
    try {
      int from = (int) Math.min(size, max);
      size += buffer.readableByteCount();
      if (size > patience()) {
        throw tooLarge();
      }
      if (size > max) {
        bytes = NOTHING;
      } else {
        grow();
        buffer.read(bytes, from, buffer.readableByteCount());
      }
      return this;
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  /** How much memory it takes. */
  int held() {
    return bytes.length;
  }

  byte[] bytes() {
    if (size > max) {
      throw tooLarge();
    }
    return bytes.length == size ? bytes : Arrays.copyOf(bytes, (int) size);
  }

  private void grow() {
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(max, Math.max(size, 2L * bytes.length)));
    }
  }

  private long patience() {
    return (long) PATIENCE * max;
  }

  private UploadException tooLarge() {
    return new UploadException(
        UploadException.Reason.FILE_TOO_LARGE, "The file is larger than %,d bytes.".formatted(max));
  }
}
