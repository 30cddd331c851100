package dev.lapak.platform.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lapak.platform.testing.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An outbox in a database of its own, as a subgraph's migration makes it. */
final class OutboxTable implements AutoCloseable {

  /** An event with nothing but its place. */
  record Event(long position, UUID stream, int seq) implements Positioned {}

  private final HikariDataSource source;
  final JdbcTemplate jdbc;
  final ConnectionPool pool;
  final DatabaseClient database;

  OutboxTable() {
    Map<String, String> properties = TestDatabase.create();
    HikariConfig config = new HikariConfig();
    config.setDataSource(TestDatabase.dataSource(property(properties, "name")));
    config.setMaximumPoolSize(20);
    source = new HikariDataSource(config);
    jdbc = new JdbcTemplate(source);
    jdbc.execute(
        """
        CREATE TABLE outbox (
          stream uuid NOT NULL, seq integer NOT NULL, position bigint UNIQUE,
          xid xid8 NOT NULL DEFAULT pg_current_xact_id(), PRIMARY KEY (stream, seq));
        CREATE INDEX outbox_waiting ON outbox (xid) WHERE position IS NULL;
        CREATE TABLE outbox_consumer (
          name text PRIMARY KEY, position bigint NOT NULL DEFAULT 0, held_by uuid,
          held_until timestamptz NOT NULL DEFAULT '-infinity');
        INSERT INTO outbox_consumer (name) VALUES ('test');
        CREATE TABLE stream (id uuid PRIMARY KEY, version integer NOT NULL)
        """);
    ConnectionFactory connections =
        ConnectionFactories.get(
            // One plan serves all values, as in the subgraphs.
            "r2dbc:postgresql://%s:%s@127.0.0.1:%s/%s?options=plan_cache_mode%%3Dforce_generic_plan"
                .formatted(
                    property(properties, "user"),
                    property(properties, "password"),
                    property(properties, "port"),
                    property(properties, "name")));
    pool = new ConnectionPool(ConnectionPoolConfiguration.builder(connections).maxSize(10).build());
    database = DatabaseClient.create(pool);
  }

  Connection connect() {
    try {
      Connection connection = source.getConnection();
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void write(Connection connection, UUID stream, int seq) throws SQLException {
    try (var insert =
        connection.prepareStatement("INSERT INTO outbox (stream, seq) VALUES (?, ?)")) {
      insert.setObject(1, stream);
      insert.setInt(2, seq);
      insert.execute();
    }
  }

  /** Changes the stream as a move changes an order: locks it, and writes the next event. */
  void change(UUID stream) {
    jdbc.update(
        """
        WITH moved AS (
          INSERT INTO stream AS s VALUES (?, 1)
          ON CONFLICT (id) DO UPDATE SET version = s.version + 1 RETURNING id, version)
        INSERT INTO outbox (stream, seq) SELECT id, version FROM moved""",
        stream);
  }

  List<Long> positions() {
    return jdbc.queryForList("SELECT position FROM outbox ORDER BY position", Long.class);
  }

  long waiting() {
    return Objects.requireNonNull(
        jdbc.queryForObject("SELECT count(*) FROM outbox WHERE position IS NULL", Long.class));
  }

  EventHistory<Event> history() {
    return history("true");
  }

  /** Of the events for which the condition holds. */
  EventHistory<Event> history(String condition) {
    return new EventHistory<>() {
      @Override
      public Flux<Event> after(long position, int limit) {
        return read(condition, position, limit);
      }

      @Override
      public Mono<Integer> count(long position, int max) {
        return after(position, max).count().map(Long::intValue);
      }
    };
  }

  private Flux<Event> read(String condition, long after, int limit) {
    return database
        .sql(
            """
            SELECT position, stream, seq FROM outbox WHERE position > :after AND %s
            ORDER BY position LIMIT :limit
            """
                .formatted(condition))
        .bind("after", after)
        .bind("limit", limit)
        .map(
            row ->
                new Event(
                    Objects.requireNonNull(row.get("position", Long.class)),
                    Objects.requireNonNull(row.get("stream", UUID.class)),
                    Objects.requireNonNull(row.get("seq", Integer.class))))
        .all();
  }

  private static String property(Map<String, String> properties, String name) {
    return Objects.requireNonNull(properties.get("lapak.db." + name));
  }

  @Override
  public void close() {
    pool.dispose();
    source.close();
  }
}
