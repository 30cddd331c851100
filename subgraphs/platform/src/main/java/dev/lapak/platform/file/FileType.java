package dev.lapak.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file is, by the mark that it begins with; what it is called or said to be does not count.
 * Whether the rest is right is for whoever opens it.
 */
public enum FileType {
  JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
  PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
  WEBP("image/webp", "webp", "RIFF.{4}WEBP"),
  PDF("application/pdf", "pdf", "%PDF-[12]\\.\\d");

  private static final int LONGEST = 12;

  private final String contentType;
  private final String extension;
  private final Pattern mark;

  FileType(String contentType, String extension, String mark) {
    this.contentType = contentType;
    this.extension = extension;
    this.mark = Pattern.compile(mark, Pattern.DOTALL);
  }

  public String contentType() {
    return contentType;
  }

  /** Of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** Nothing if it is none of these. */
  public static Optional<FileType> of(byte[] bytes) {
    String begin = new String(bytes, 0, Math.min(bytes.length, LONGEST), ISO_8859_1);
    return Arrays.stream(values()).filter(type -> type.mark.matcher(begin).lookingAt()).findFirst();
  }
}
