package dev.lapak.local.database;

import dev.lapak.local.state.Secret;
import dev.lapak.local.state.Secrets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Gives each subgraph a role of its own, and a database that no other role gets into. */
final class Roles {

  private static final Map<String, Secret> PASSWORDS =
      Map.of(
          "users", Secret.DB_PASSWORD_USERS,
          "products", Secret.DB_PASSWORD_PRODUCTS,
          "inventory", Secret.DB_PASSWORD_INVENTORY,
          "orders", Secret.DB_PASSWORD_ORDERS);

  private Roles() {}

  /** Makes what is missing. */
  static void create(DataSource admin, Secrets secrets) throws SQLException {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      Set<String> roles = names(statement, "SELECT rolname FROM pg_roles");
      Set<String> databases = names(statement, "SELECT datname FROM pg_database");
      for (String name : PASSWORDS.keySet()) {
        if (!roles.contains(name)) {
          // The password is letters, digits and hyphens of our own.
          statement.execute(
              "CREATE ROLE %s LOGIN PASSWORD '%s'"
                  .formatted(name, secrets.get(PASSWORDS.get(name))));
        }
        if (!databases.contains(name)) {
          statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(name));
          statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        }
      }
    }
  }

  private static Set<String> names(Statement statement, String query) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
