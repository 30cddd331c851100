package dev.lapak.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.TestDatabase;
import dev.lapak.products.ProductsTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@ProductsTest
class VocabularyTests {

  private static final String ADD =
      """
      INSERT INTO products (seller_id, sku, title, description, price, currency, tags)
      VALUES (?, ?, ?, '', 1, 'GBP', ARRAY['plain', 'two words', 'a"b', 'x,y'])
      """;

  @Autowired Environment environment;
  @Autowired JdbcTemplate database;

  @Test
  void learns_words_of_titles_and_tags_once_and_no_numbers() throws SQLException {
    String word = word();
    try (Connection connection = connect()) {
      add(connection, "Éa " + word + " " + word.toUpperCase(java.util.Locale.ROOT) + " 85123A ab");
    }

    assertThat(known(List.of(word, "plain", "two", "words"))).isEqualTo(4);
    assertThat(known(List.of("85123a", "ea", "ab", "x"))).isZero();
  }

  @Test
  void learns_what_a_title_is_changed_to() throws SQLException {
    String word = word();
    String sku;
    try (Connection connection = connect()) {
      sku = add(connection, "Thing");
    }

    database.update("UPDATE products SET title = ? WHERE sku = ?", "Thing-" + word, sku);

    assertThat(known(List.of(word, "thing" + word))).isEqualTo(2);
  }

  @Test
  void two_who_teach_the_same_words_the_other_way_round_do_not_wait_in_a_circle() {
    String one = word();
    String other = word();

    Race.of(
        2,
        i -> {
          try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            add(connection, i == 0 ? one : other);
            Thread.sleep(300);
            add(connection, i == 0 ? other : one);
            connection.commit();
            return i;
          } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });

    assertThat(known(List.of(one, other))).isEqualTo(2);
  }

  private Connection connect() throws SQLException {
    return TestDatabase.dataSource(environment.getRequiredProperty("lapak.db.name"))
        .getConnection();
  }

  private static String add(Connection connection, String title) throws SQLException {
    String sku = UUID.randomUUID().toString();
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setObject(1, UUID.randomUUID());
      statement.setString(2, sku);
      statement.setString(3, title);
      statement.executeUpdate();
    }
    return sku;
  }

  private int known(List<String> words) {
    return database
        .queryForList(
            "SELECT word FROM vocabulary WHERE word = ANY (?)",
            String.class,
            (Object) words.toArray(String[]::new))
        .size();
  }

  /** One that nobody has used. */
  private static String word() {
    return new Random()
        .ints(20, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
