package dev.lapak.load.pgbench;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A constant from which a script takes other values each time: pgbench can draw a number, but not
 * an id, and a prepared statement reads the constant once.
 */
final class SqlArray {

  private SqlArray() {}

  static String of(String type, List<String> values) {
    return values.stream()
        .map(SqlArray::quoted)
        .collect(Collectors.joining(",", "('{", "}'::" + type + "[])"));
  }

  /** For an array inside a literal: both have their own quotes. */
  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "''") + '"';
  }
}
