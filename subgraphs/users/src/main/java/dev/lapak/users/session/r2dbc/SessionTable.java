package dev.lapak.users.session.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.platform.viewer.Role;
import dev.lapak.users.session.Session;
import dev.lapak.users.session.StoredSessions;
import dev.lapak.users.token.Subject;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class SessionTable implements StoredSessions {

  private static final String WITH_USER =
      """
      SELECT session.id, session.expires_at, users.id AS user_id, users.guest, users.admin,
        sellers.id AS seller_id, sellers.currency
      FROM session
      JOIN users ON users.id = session.user_id
      LEFT JOIN sellers ON sellers.user_id = users.id
      """;

  /** Also forgets the user's expired sessions. */
  private static final String OPEN =
      """
      WITH forgotten AS (
        DELETE FROM sessions WHERE user_id = $1 AND expires_at < now()
      ), session AS (
        INSERT INTO sessions (user_id, refresh_hash, expires_at)
        VALUES ($1, $2, now() + make_interval(secs => $3))
        RETURNING id, user_id, expires_at
      )
      """
          + WITH_USER;

  private static final String RENEW =
      """
      WITH session AS (
        UPDATE sessions
        SET refresh_hash = $3, refreshed_at = now(), expires_at = now() + make_interval(secs => $4)
        WHERE id = $1 AND refresh_hash = $2 AND expires_at > now() AND revoked_at IS NULL
        RETURNING id, user_id, expires_at
      )
      """
          + WITH_USER;

  private static final String END_ALL =
      "UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL";

  private final DatabaseClient db;

  SessionTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<Session> open(UUID user, byte[] hash, Duration lifetime) {
    return db.sql(OPEN)
        .bind(0, user)
        .bind(1, hash)
        .bind(2, (double) lifetime.toSeconds())
        .map(SessionTable::session)
        .one();
  }

  @Override
  public Mono<Session> renew(UUID session, byte[] hash, byte[] newHash, Duration lifetime) {
    return db.sql(RENEW)
        .bind(0, session)
        .bind(1, hash)
        .bind(2, newHash)
        .bind(3, (double) lifetime.toSeconds())
        .map(SessionTable::session)
        .one();
  }

  @Override
  public Mono<Long> endAll(UUID user) {
    return db.sql(END_ALL).bind(0, user).fetch().rowsUpdated();
  }

  private static Session session(Readable row) {
    UUID seller = row.get("seller_id", UUID.class);
    String currency = row.get("currency", String.class);
    Set<Role> roles =
        EnumSet.of(requireNonNull(row.get("guest", Boolean.class)) ? Role.GUEST : Role.CUSTOMER);
    if (seller != null) {
      roles.add(Role.SELLER);
    }
    if (requireNonNull(row.get("admin", Boolean.class))) {
      roles.add(Role.ADMIN);
    }
    Subject subject =
        new Subject(
            requireNonNull(row.get("user_id", UUID.class)),
            roles,
            seller,
            currency == null ? null : Currency.getInstance(currency));
    return new Session(
        requireNonNull(row.get("id", UUID.class)),
        subject,
        requireNonNull(row.get("expires_at", OffsetDateTime.class)));
  }
}
