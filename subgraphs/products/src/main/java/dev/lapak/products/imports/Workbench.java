package dev.lapak.products.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Imports as whoever works on them sees them, inside a transaction. */
public interface Workbench {

  /**
   * Takes up the running import that has waited longest, that nobody works on and that has not just
   * stumbled; nobody works on another of the same seller's until the transaction ends. Empty where
   * there is none.
   */
  Mono<Work> takeUp();

  /** That many bytes of the file from there on, fewer where it ends. */
  Mono<byte[]> read(Work work, int length);

  /**
   * Notes what was done.
   *
   * @param now where to go on
   * @param ignoredColumns once they are known
   */
  Mono<Void> progress(Work now, Tally tally, @Nullable List<String> ignoredColumns);

  /**
   * Ends the import before its file.
   *
   * @param message for people, in English
   */
  Mono<Void> fail(UUID id, ImportFailure failure, int line, String message);

  /**
   * Notes that a batch went wrong by no fault of the file's; ends the import after too many. Until
   * then it is not taken up for a while, which grows from one to the next.
   */
  Mono<Void> stumble(UUID id, int atMost);
}
