package dev.lapak.edge.document;

import dev.lapak.edge.error.Refusal;
import java.util.List;

/** What was learned of a document. */
sealed interface DocumentFacts {

  /** It can be read. */
  record Readable(List<Operation> operations) implements DocumentFacts {
    public Readable {
      operations = List.copyOf(operations);
    }
  }

  /** It can't, and never will be. */
  record Unreadable(Refusal refusal) implements DocumentFacts {}
}
