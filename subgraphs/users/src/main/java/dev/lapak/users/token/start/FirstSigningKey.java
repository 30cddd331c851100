package dev.lapak.users.token.start;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.lapak.users.token.KeyCipher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the first signing key as soon as its table is there, and refuses to start with another
 * secret than the key was written with. Of instances that start at once, one makes the key.
 */
@Component
final class FirstSigningKey implements Callback {

  private static final Logger log = LoggerFactory.getLogger(FirstSigningKey.class);
  private static final int BITS = 2048;

  private static final String ACTIVE =
      "SELECT id, private_key FROM signing_keys WHERE retired_at IS NULL";
  private static final String INSERT =
      """
      INSERT INTO signing_keys (id, public_key, private_key) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private final KeyCipher cipher;

  FirstSigningKey(KeyCipher cipher) {
    this.cipher = cipher;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "first signing key";
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (!readActive(context.getConnection())) {
        insert(context.getConnection(), generate());
        readActive(context.getConnection());
      }
    } catch (SQLException | JOSEException e) {
      throw new FlywayException("The signing key could not be made", e);
    }
  }

  private boolean readActive(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet active = statement.executeQuery(ACTIVE)) {
      boolean found = active.next();
      if (found) {
        cipher.decrypt(active.getObject("id", UUID.class), active.getBytes("private_key"));
      }
      return found;
    }
  }

  private void insert(Connection connection, RSAKey key) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      statement.setObject(1, UUID.fromString(key.getKeyID()));
      statement.setString(2, key.toPublicJWK().toJSONString());
      statement.setBytes(3, cipher.encrypt(key));
      if (statement.executeUpdate() == 1) {
        log.info("Made signing key {}", key.getKeyID());
      }
    }
  }

  private static RSAKey generate() throws JOSEException {
    return new RSAKeyGenerator(BITS)
        .keyID(UUID.randomUUID().toString())
        .algorithm(JWSAlgorithm.RS256)
        .keyUse(KeyUse.SIGNATURE)
        .generate();
  }
}
