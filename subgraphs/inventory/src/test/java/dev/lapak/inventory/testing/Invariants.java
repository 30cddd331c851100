package dev.lapak.inventory.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is true of the tables between any two transactions. */
public final class Invariants {

  /** The rules that {@code ./lapak check} judges a running system by, each with its SQL. */
  private static final Map<String, String> VIOLATIONS = read("check/inventory.sql");

  /** Shows the rules these products' rows alone. */
  private static final String ONLY =
      """
      WITH stock_level AS (SELECT * FROM public.stock_level WHERE product_id = ANY (?)),
      stock_movement AS (SELECT * FROM public.stock_movement WHERE product_id = ANY (?)),
      reservation_line AS (SELECT * FROM public.reservation_line WHERE product_id = ANY (?)),
      transfer_line AS (SELECT * FROM public.transfer_line WHERE product_id = ANY (?)),
      reservation AS (
        SELECT * FROM public.reservation WHERE id IN (SELECT reservation_id FROM reservation_line))
      """;

  private final JdbcTemplate database;

  Invariants(DataSource database) {
    this.database = new JdbcTemplate(database);
  }

  private static Map<String, String> read(String resource) {
    try (var sql = Invariants.class.getClassLoader().getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(sql).readAllBytes(), UTF_8);
      return Stream.of(text.split("(?m)^--- ", -1))
          .skip(1)
          // Nobody sweeps in tests.
          .filter(rule -> !rule.startsWith("reservation: what is over is ended soon"))
          .collect(
              Collectors.toUnmodifiableMap(
                  rule -> rule.substring(0, rule.indexOf('\n')),
                  rule -> rule.substring(rule.indexOf('\n') + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails with the rows where one does not hold. */
  public void check() {
    VIOLATIONS.forEach(
        (rule, sql) -> {
          List<Map<String, Object>> rows = database.queryForList(sql);
          assertThat(rows).as(rule).isEmpty();
        });
  }

  /** Fails with the rows where one does not hold of these products, whatever else there is. */
  public void check(Collection<UUID> products) {
    database.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              JdbcTemplate here =
                  new JdbcTemplate(new SingleConnectionDataSource(connection, true));
              UUID[] ids = products.toArray(UUID[]::new);
              VIOLATIONS.forEach(
                  (rule, sql) ->
                      assertThat(here.queryForList(ONLY + sql, ids, ids, ids, ids))
                          .as(rule)
                          .isEmpty());
              return true;
            });
  }

  /** One value of the tables themselves. */
  public <T> T one(Class<T> type, String sql, Object... arguments) {
    return Objects.requireNonNull(database.queryForObject(sql, type, arguments));
  }

  /** Does something while somebody else has locked a product's levels. */
  public void whileLocked(UUID product, Runnable action) {
    database.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              connection.setAutoCommit(false);
              try (var lock =
                  connection.prepareStatement(
                      "SELECT 1 FROM stock_level WHERE product_id = ? FOR UPDATE")) {
                lock.setObject(1, product);
                lock.execute();
                action.run();
              } finally {
                connection.rollback();
              }
              return true;
            });
  }

  /** For a look at the tables themselves. */
  public JdbcTemplate database() {
    return database;
  }
}
