package dev.lapak.platform.testing;

import dev.lapak.platform.testing.SentStatements.Sent;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How PostgreSQL does what it is sent, in a session like the subgraph's own. */
public final class Plans implements AutoCloseable {

  private final Connection session;
  private int count;

  /**
   * @param options as the subgraph's own sessions have them, such as {@code enable_seqscan=off}
   */
  public Plans(String database, String options) throws SQLException {
    session = TestDatabase.dataSource(database).getConnection();
    for (String option : options.split(";", -1)) {
      if (!option.isBlank()) {
        set(option);
      }
    }
  }

  public void set(String option) throws SQLException {
    execute("SET " + option);
  }

  public void execute(String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Prepares a statement as the driver does and answers how to execute it. */
  public String prepare(Sent sent) throws SQLException {
    String name = "sent_" + ++count;
    List<String> types = sent.values().stream().map(Plans::type).toList();
    try (Statement statement = session.createStatement()) {
      statement.execute(
          "PREPARE %s%s AS %s".formatted(name, types.isEmpty() ? "" : list(types), sent.sql()));
    }
    return "EXECUTE " + name + (types.isEmpty() ? "" : list(literals(sent)));
  }

  /** The plan, with what happened when it was executed. */
  public List<String> explain(String execution) throws SQLException {
    return rows("EXPLAIN (ANALYZE, BUFFERS OFF) " + execution);
  }

  public List<String> rows(String sql) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }

  private static List<String> literals(Sent sent) {
    return IntStream.range(0, sent.values().size())
        .mapToObj(i -> literal(sent.values().get(i)))
        .toList();
  }

  private static String literal(Object value) {
    return value instanceof Object[] array
        ? "ARRAY" + Arrays.stream(array).map(Plans::literal).toList() + "::text[]"
        : "'" + value.toString().replace("'", "''") + "'";
  }

  private static String type(Object value) {
    return switch (value) {
      case UUID id -> "uuid";
      case OffsetDateTime time -> "timestamptz";
      case BigDecimal number -> "numeric";
      case Integer number -> "integer";
      case Object[] array -> "text[]";
      default -> "text";
    };
  }

  private static String list(List<String> parts) {
    return parts.stream().collect(Collectors.joining(", ", "(", ")"));
  }
}
