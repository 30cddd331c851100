package dev.lapak.users.account.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.users.account.Credentials;
import dev.lapak.users.account.Email;
import dev.lapak.users.account.EmailTakenException;
import dev.lapak.users.account.Phone;
import dev.lapak.users.account.User;
import dev.lapak.users.account.Users;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class UserTable implements Users {

  private static final String ADD =
      """
      INSERT INTO users (email, name, password_hash) VALUES ($1, $2, $3)
      ON CONFLICT (email) WHERE NOT guest DO NOTHING
      RETURNING id, email, phone, name, guest, admin, false AS seller, created_at
      """;

  private static final String ADD_GUEST =
      """
      INSERT INTO users (email, phone, name, guest) VALUES ($1, $2, $3, true)
      RETURNING id, email, phone, name, guest, admin, false AS seller, created_at
      """;

  private static final String KEEP =
      """
      UPDATE users SET email = $2, password_hash = $3, guest = false WHERE id = $1 AND guest
      RETURNING id, email, phone, name, guest, admin, false AS seller, created_at
      """;

  private static final String SELECT =
      """
      SELECT id, email, phone, name, guest, admin, created_at, password_hash,
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
  public Mono<User> addGuest(String name, @Nullable Email email, @Nullable Phone phone) {
    return db.sql(ADD_GUEST)
        .bind(0, Parameter.fromOrEmpty(email == null ? null : email.text(), String.class))
        .bind(1, Parameter.fromOrEmpty(phone == null ? null : phone.text(), String.class))
        .bind(2, name)
        .map(UserTable::user)
        .one();
  }

  @Override
  public Mono<User> keep(UUID guest, Email email, String passwordHash) {
    return db.sql(KEEP)
        .bind(0, guest)
        .bind(1, email.text())
        .bind(2, passwordHash)
        .map(UserTable::user)
        .one()
        .onErrorMap(DuplicateKeyException.class, EmailTakenException::new);
  }

  @Override
  public Mono<Credentials> credentials(Email email) {
    return db.sql(SELECT + "WHERE email = $1 AND NOT guest")
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
        row.get("email", String.class),
        row.get("phone", String.class),
        requireNonNull(row.get("name", String.class)),
        requireNonNull(row.get("guest", Boolean.class)),
        requireNonNull(row.get("admin", Boolean.class)),
        requireNonNull(row.get("seller", Boolean.class)),
        requireNonNull(row.get("created_at", OffsetDateTime.class)));
  }
}
