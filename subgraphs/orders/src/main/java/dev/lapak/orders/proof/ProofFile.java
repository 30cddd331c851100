package dev.lapak.orders.proof;

import dev.lapak.platform.file.FileType;
import java.util.UUID;

/**
 * A file as it is kept: a picture is made anew.
 *
 * @param size of what is kept
 * @param sha256 of what came, in hexadecimal
 */
public record ProofFile(UUID id, FileType type, int size, String sha256) {

  public String contentType() {
    return type.contentType();
  }
}
