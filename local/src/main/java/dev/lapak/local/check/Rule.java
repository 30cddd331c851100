package dev.lapak.local.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is true of one database's tables between any two transactions.
 *
 * @param table whose rows are judged
 * @param violations finds those where it does not hold
 */
record Rule(String table, String name, String violations) {

  private static final Pattern HEAD = Pattern.compile("(?m)^--- ");

  /** A subgraph's own, from its resources. */
  static List<Rule> of(String subgraph) {
    String resource = "check/" + subgraph + ".sql";
    try (InputStream file = Rule.class.getClassLoader().getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8);
      return Stream.of(HEAD.split(text, -1)).skip(1).map(Rule::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule parse(String part) {
    int colon = part.indexOf(": ");
    int line = part.indexOf('\n');
    return new Rule(
        part.substring(0, colon),
        part.substring(colon + 2, line),
        part.substring(line + 1).strip());
  }
}
