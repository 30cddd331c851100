package dev.lapak.products.imports;

import dev.lapak.platform.error.InputError;
import org.jspecify.annotations.Nullable;

/** What became of somebody's wish about an import. */
public sealed interface ImportChange {

  /**
   * The import as it is now.
   *
   * @param upload where to send its file, with a new one
   */
  record Done(ProductImport productImport, @Nullable ImportUpload upload) implements ImportChange {}

  /** Nothing has changed. */
  record Refused(InputError<ImportErrorCode> error) implements ImportChange {

    static Refused because(ImportErrorCode code, String message, String... path) {
      return new Refused(InputError.of(code, message, path));
    }
  }
}
