package dev.lapak.local.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One database as it is at one moment, only to be read. */
final class Snapshot implements AutoCloseable {

  private final String database;
  private final Connection connection;
  private final JdbcTemplate jdbc;

  private Snapshot(String database, Connection connection) {
    this.database = database;
    this.connection = connection;
    this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
  }

  static Snapshot of(String database, DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return new Snapshot(database, connection);
  }

  Finding judge(Rule rule) {
    List<Map<String, @Nullable Object>> rows =
        rows(
            "SELECT count(*) OVER () AS broken_rows, v.* FROM ("
                + rule.violations()
                + ") v LIMIT "
                + Finding.SHOWN);
    long broken =
        rows.isEmpty()
            ? 0
            : ((Number) Objects.requireNonNull(rows.getFirst().get("broken_rows"))).longValue();
    rows.forEach(row -> row.remove("broken_rows"));
    return new Finding(database, rule.table(), rule.name(), count(rule.table()), broken, rows);
  }

  long count(String table) {
    Long count = jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class);
    return count == null ? 0 : count;
  }

  List<Map<String, @Nullable Object>> rows(String sql, @Nullable Object... arguments) {
    return jdbc.queryForList(sql, arguments);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
