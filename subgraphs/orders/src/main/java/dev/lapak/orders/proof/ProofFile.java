package dev.lapak.orders.proof;

import dev.lapak.platform.file.FileType;
import java.util.UUID;

/**
 * A file as it came.
 *
 * @param sha256 in hexadecimal
 */
public record ProofFile(UUID id, FileType type, int size, String sha256) {

  public String contentType() {
    return type.contentType();
  }
}
