package dev.lapak.users.token.r2dbc;

import com.nimbusds.jose.jwk.RSAKey;
import dev.lapak.users.token.KeyCipher;
import dev.lapak.users.token.KeySet;
import dev.lapak.users.token.SigningKeys;
import io.r2dbc.spi.Readable;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class SigningKeyTable implements SigningKeys {

  private static final String READ =
      """
      SELECT id, public_key, CASE WHEN retired_at IS NULL THEN private_key END AS private_key
      FROM signing_keys
      WHERE retired_at IS NULL OR retired_at > now() - make_interval(secs => $1)
      ORDER BY created_at
      """;

  private final DatabaseClient db;
  private final KeyCipher cipher;

  SigningKeyTable(DatabaseClient db, KeyCipher cipher) {
    this.db = db;
    this.cipher = cipher;
  }

  private record Row(UUID id, RSAKey publicKey, byte @Nullable [] privateKey) {}

  @Override
  public Mono<KeySet> read(Duration remembered) {
    return db.sql(READ)
        .bind(0, (double) remembered.toSeconds())
        .map(SigningKeyTable::row)
        .all()
        .collectList()
        .map(this::keys);
  }

  private KeySet keys(List<Row> rows) {
    RSAKey active =
        rows.stream()
            .filter(row -> row.privateKey() != null)
            .findFirst()
            .map(row -> cipher.decrypt(row.id(), Objects.requireNonNull(row.privateKey())))
            .orElseThrow(() -> new IllegalStateException("There is no active signing key"));
    return new KeySet(active, rows.stream().map(Row::publicKey).toList());
  }

  private static Row row(Readable row) {
    try {
      return new Row(
          Objects.requireNonNull(row.get("id", UUID.class)),
          RSAKey.parse(Objects.requireNonNull(row.get("public_key", String.class))),
          row.get("private_key", byte[].class));
    } catch (ParseException e) {
      throw new IllegalStateException("A public key is no JWK", e);
    }
  }
}
