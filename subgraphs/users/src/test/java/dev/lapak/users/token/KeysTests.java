package dev.lapak.users.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

/** The public keys, and what is signed with the private ones. */
@UsersTest
class KeysTests {

  @Autowired SubgraphTester subgraph;
  @Autowired People people;
  @Autowired SigningKeys keys;
  @Autowired DatabaseClient db;

  @Test
  void access_token_is_verified_with_the_published_key() throws ParseException, JOSEException {
    SignedJWT token = SignedJWT.parse(people.someCustomer().accessToken());

    JWKSet published = JWKSet.parse(published());

    var key = published.getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(key.toRSAKey().size()).isGreaterThanOrEqualTo(2048);
  }

  @Test
  void access_token_lives_for_fifteen_minutes() throws ParseException {
    GraphQlTester.Response response = people.logIn(UsersTest.ADMIN_EMAIL, UsersTest.ADMIN_PASSWORD);
    OffsetDateTime end =
        response.path("logIn.tokens.accessTokenExpiresAt").entity(OffsetDateTime.class).get();

    var claims =
        SignedJWT.parse(response.path("logIn.tokens.accessToken").entity(String.class).get())
            .getJWTClaimsSet();
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(end.toInstant());
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(claims.getIssuer()).isEqualTo("lapak");
    assertThat(claims.getClaims()).doesNotContainKeys("seller", "currency");
  }

  @Test
  void keys_are_published_to_anyone_for_caches_and_without_their_private_parts()
      throws ParseException {
    subgraph
        .web()
        .get()
        .uri("/.well-known/jwks.json")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Cache-Control", "max-age=300, public")
        .expectHeader()
        .contentTypeCompatibleWith("application/json");
    assertThat(JWKSet.parse(published()).getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
  }

  @Test
  void private_key_is_encrypted_in_the_database() {
    byte[] stored =
        Objects.requireNonNull(
            db.sql("SELECT private_key FROM signing_keys WHERE retired_at IS NULL")
                .mapValue(byte[].class)
                .one()
                .block());
    var active = Objects.requireNonNull(keys.read(Duration.ZERO).block()).active();

    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain("\"d\"", "kty", active.getPrivateExponent().toString());
  }

  @Test
  void retired_key_verifies_for_a_while() throws JOSEException {
    String kept = retire("1 minute");
    String gone = retire("1 hour");

    KeySet read = Objects.requireNonNull(keys.read(Duration.ofMinutes(15)).block());

    assertThat(read.published())
        .extracting(JWK::getKeyID)
        .contains(kept, read.active().getKeyID())
        .doesNotContain(gone);
    assertThat(read.published()).noneMatch(JWK::isPrivate);
  }

  /** A key that was retired that long ago. */
  private String retire(String ago) throws JOSEException {
    UUID id = UUID.randomUUID();
    db.sql(
            "INSERT INTO signing_keys (id, public_key, private_key, retired_at)"
                + " VALUES ($1, $2, $3, now() - $4::text::interval)")
        .bind(0, id)
        .bind(
            1,
            new RSAKeyGenerator(2048).keyID(id.toString()).generate().toPublicJWK().toJSONString())
        .bind(2, new byte[0])
        .bind(3, ago)
        .fetch()
        .rowsUpdated()
        .block();
    return id.toString();
  }

  private String published() {
    return new String(
        Objects.requireNonNull(
            subgraph
                .web()
                .get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody()),
        StandardCharsets.UTF_8);
  }
}
