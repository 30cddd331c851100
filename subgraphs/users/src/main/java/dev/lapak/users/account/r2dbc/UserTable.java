package dev.lapak.users.account.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.users.account.Credentials;
import dev.lapak.users.account.Email;
import dev.lapak.users.account.User;
import dev.lapak.users.account.Users;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class UserTable implements Users {

  private static final String ADD =
      """
      INSERT INTO users (email, name, password_hash) VALUES ($1, $2, $3)
      ON CONFLICT (email) DO NOTHING
      RETURNING id, email, name, admin, false AS seller, created_at
      """;

  private static final String SELECT =
      """
      SELECT id, email, name, admin, created_at, password_hash,
        EXISTS (SELECT FROM sellers WHERE user_id = users.id) AS seller
      FROM users
      """;

  private final DatabaseClient db;

  UserTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<User> add(Email email, String name, String passwordHash) {
    return db.sql(ADD)
        .bind(0, email.text())
        .bind(1, name)
        .bind(2, passwordHash)
        .map(UserTable::user)
        .one();
  }

  @Override
  public Mono<Credentials> credentials(Email email) {
    return db.sql(SELECT + "WHERE email = $1")
        .bind(0, email.text())
        .map(
            row ->
                new Credentials(user(row), requireNonNull(row.get("password_hash", String.class))))
        .one();
  }

  @Override
  public Flux<User> byId(Collection<UUID> ids) {
    return db.sql(SELECT + "WHERE id = ANY ($1)")
        .bind(0, ids.toArray(UUID[]::new))
        .map(UserTable::user)
        .all();
  }

  private static User user(Readable row) {
    return new User(
        requireNonNull(row.get("id", UUID.class)),
        requireNonNull(row.get("email", String.class)),
        requireNonNull(row.get("name", String.class)),
        requireNonNull(row.get("admin", Boolean.class)),
        requireNonNull(row.get("seller", Boolean.class)),
        requireNonNull(row.get("created_at", OffsetDateTime.class)));
  }
}
