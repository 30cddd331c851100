package dev.lapak.products.imports;

import java.util.List;

/** What became of a batch's rows. */
public record Tally(int created, int updated, int unchanged, int rejected, List<RowError> errors) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, List.of());

  public Tally {
    errors = List.copyOf(errors);
  }
}
