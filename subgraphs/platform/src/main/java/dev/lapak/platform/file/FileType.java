package dev.lapak.platform.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** What a file is, by its bytes alone; what it is called or said to be does not count. */
public enum FileType {
  JPEG("image/jpeg", "jpg", FileForm::isJpeg),
  PNG("image/png", "png", FileForm::isPng),
  WEBP("image/webp", "webp", FileForm::isWebp),
  PDF("application/pdf", "pdf", FileForm::isPdf);

  private final String contentType;
  private final String extension;
  private final Predicate<byte[]> form;

  FileType(String contentType, String extension, Predicate<byte[]> form) {
    this.contentType = contentType;
    this.extension = extension;
    this.form = form;
  }

  public String contentType() {
    return contentType;
  }

  /** Of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** Nothing if it is none of these, or cut off. */
  public static Optional<FileType> of(byte[] bytes) {
    return Arrays.stream(values()).filter(type -> type.form.test(bytes)).findFirst();
  }
}
