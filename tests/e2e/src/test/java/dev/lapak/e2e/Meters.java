package dev.lapak.e2e;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the system has done so far.
 *
 * @param calls GraphQL requests that each subgraph has answered
 * @param statements SQL statements of products and inventory, less those of work that runs by the
 *     clock
 */
record Meters(Map<String, Long> calls, Map<String, Long> statements) {

  // What runs by the clock has words of its own: of locks, of expired reservations, and the tables
  // of the outbox, of imports and of pictures. What begins a connection or a transaction, or ends
  // one, does not count.
  private static final String STATEMENTS =
      """
      SELECT d.datname, sum(s.calls)
      FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
      WHERE d.datname IN ('products', 'inventory')
        AND s.query !~* '(FOR UPDATE|advisory|outbox|horizon|product_imports|import_pieces|FROM images|pg_catalog)'
        AND s.query !~* '^\\s*(SELECT DISTINCT product_id\\s+FROM reservation_line|BEGIN|COMMIT|ROLLBACK|SET|SHOW)\\M'
      GROUP BY 1
      """;

  static Meters of(Lapak system) {
    Map<String, Long> calls = new LinkedHashMap<>();
    for (String subgraph : Lapak.SUBGRAPHS) {
      calls.put(subgraph, calls(system.metrics(subgraph)));
    }
    return new Meters(calls, statements(system));
  }

  /** What was done between an earlier reading and this one. */
  Meters since(Meters earlier) {
    return new Meters(difference(calls, earlier.calls), difference(statements, earlier.statements));
  }

  private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> earlier) {
    Map<String, Long> difference = new LinkedHashMap<>();
    now.forEach((name, count) -> difference.put(name, count - earlier.getOrDefault(name, 0L)));
    return difference;
  }

  private static long calls(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .filter(line -> line.contains("uri=\"/graphql\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Map<String, Long> statements(Lapak system) {
    Map<String, Long> statements = new LinkedHashMap<>();
    try (var connection = system.database("postgres");
        var rows = connection.createStatement().executeQuery(STATEMENTS)) {
      while (rows.next()) {
        statements.put(rows.getString(1), rows.getLong(2));
      }
      return statements;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
