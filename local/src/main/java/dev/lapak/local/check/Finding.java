package dev.lapak.local.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rule.
 *
 * @param databases where it was looked
 * @param checked how many rows were judged
 * @param broken how many of them break it
 * @param rows some of those
 */
record Finding(
    String databases,
    String table,
    String rule,
    long checked,
    long broken,
    List<Map<String, @Nullable Object>> rows) {

  /** So many rows are shown. */
  static final int SHOWN = 10;

  Finding {
    rows = List.copyOf(rows.subList(0, Math.min(SHOWN, rows.size())));
  }

  boolean holds() {
    return broken == 0;
  }
}
