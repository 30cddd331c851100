package dev.lapak.users.token.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.TestDatabase;
import dev.lapak.users.token.TestCiphers;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Starts, without the rest of the application. */
class FirstSigningKeyTests {

  private static final String SECRET = "a secret of thirty-two characters";

  private final DataSource source =
      TestDatabase.dataSource(Objects.requireNonNull(TestDatabase.create().get("lapak.db.name")));

  @Test
  void first_start_makes_a_key_and_the_next_keeps_it() throws SQLException {
    start(SECRET);
    List<String> made = active();
    start(SECRET);

    assertThat(made).hasSize(1);
    assertThat(active()).isEqualTo(made);
  }

  @Test
  void instances_that_start_at_once_have_one_key() throws SQLException {
    Race.of(
        4,
        i -> {
          start(SECRET);
          return i;
        });

    assertThat(active()).hasSize(1);
  }

  @Test
  void another_secret_refuses_to_start() {
    start(SECRET);

    assertThatThrownBy(() -> start(SECRET + "!"))
        .hasStackTraceContaining("lapak.users.key-secret is not the one");
  }

  @Test
  void key_of_another_id_can_not_be_read() throws SQLException {
    start(SECRET);
    update("UPDATE signing_keys SET id = uuidv7()");

    assertThatThrownBy(() -> start(SECRET)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void retired_key_is_followed_by_a_new_one() throws SQLException {
    start(SECRET);
    List<String> old = active();
    update("UPDATE signing_keys SET retired_at = now()");
    start(SECRET);

    assertThat(active()).hasSize(1).doesNotContainAnyElementsOf(old);
  }

  private void start(String secret) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/users")
        .callbacks(new FirstSigningKey(TestCiphers.of(secret)))
        .load()
        .migrate();
  }

  private List<String> active() throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT coalesce(string_agg(id::text, ','), '') FROM signing_keys"
                    + " WHERE retired_at IS NULL")) {
      rows.next();
      return List.of(rows.getString(1).split(","));
    }
  }

  private void update(String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
