package dev.lapak.orders.proof;

import dev.lapak.platform.file.UploadException.Reason;
import java.util.UUID;

/** A file of a multipart request, which came before it was said for which order it is. */
public sealed interface LooseUpload {

  /** It is kept for a while; only for who sent it. */
  record Kept(UUID id) implements LooseUpload {}

  /** It was not taken. */
  record Refused(Reason reason, String message) implements LooseUpload {}
}
