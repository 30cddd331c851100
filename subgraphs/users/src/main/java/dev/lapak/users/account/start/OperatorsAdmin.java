package dev.lapak.users.account.start;

import dev.lapak.users.account.Email;
import dev.lapak.users.account.NewAccount;
import dev.lapak.users.account.Passwords;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Makes the operator's admin where the configuration names one that is not there. Somebody who has
 * registered with that address before does not become an admin by it.
 */
@Component
@EnableConfigurationProperties(AdminProperties.class)
final class OperatorsAdmin implements Callback {

  private static final Logger log = LoggerFactory.getLogger(OperatorsAdmin.class);

  private static final String FIND = "SELECT admin FROM users WHERE email = ? AND NOT guest";
  private static final String INSERT =
      """
      INSERT INTO users (email, name, password_hash, admin) VALUES (?, 'Admin', ?, true)
      ON CONFLICT (email) WHERE NOT guest DO NOTHING
      """;

  private final AdminProperties admin;
  private final Passwords passwords;

  OperatorsAdmin(AdminProperties admin, Passwords passwords) {
    this.admin = admin;
    this.passwords = passwords;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE && admin.email() != null;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "operator's admin";
  }

  @Override
  public void handle(Event event, Context context) {
    NewAccount account =
        new NewAccount(String.valueOf(admin.email()), String.valueOf(admin.password()), "Admin");
    if (!account.errors().isEmpty()) {
      throw new FlywayException("lapak.users.admin: " + account.errors().getFirst().message());
    }
    try {
      make(context.getConnection(), Email.parse(account.email()).orElseThrow());
    } catch (SQLException e) {
      throw new FlywayException("The admin could not be made", e);
    }
  }

  private void make(Connection connection, Email email) throws SQLException {
    try (var find = connection.prepareStatement(FIND)) {
      find.setString(1, email.text());
      try (var found = find.executeQuery()) {
        if (!found.next()) {
          insert(connection, email);
        } else if (!found.getBoolean(1)) {
          log.warn("{} has registered before and is no admin", email.text());
        }
      }
    }
  }

  private void insert(Connection connection, Email email) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, email.text());
      insert.setString(2, passwords.encode(String.valueOf(admin.password())));
      insert.executeUpdate();
      log.info("Made the admin {}", email.text());
    }
  }
}
