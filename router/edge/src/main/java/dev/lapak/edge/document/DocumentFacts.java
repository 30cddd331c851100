package dev.lapak.edge.document;

import dev.lapak.edge.error.Refusal;
import java.util.List;

/** What was learned of a document. */
sealed interface DocumentFacts {

  /**
   * It can be read.
   *
   * @param characters how long it is
   */
  record Readable(List<Operation> operations, int characters) implements DocumentFacts {

    /** Bytes of memory for a character, when it is parsed. */
    private static final int PARSED = 20;

    public Readable {
      operations = List.copyOf(operations);
    }

    /** About how many bytes its operations take, and their variables, which keep a part of it. */
    int weight() {
      return operations.stream()
              .mapToInt(it -> 40 + (it.name() == null ? 0 : 2 * it.name().length()))
              .sum()
          + (operations.stream().allMatch(it -> it.variables().isEmpty())
              ? 0
              : PARSED * characters);
    }
  }

  /** It can't, and never will be. */
  record Unreadable(Refusal refusal) implements DocumentFacts {}
}
