package dev.lapak.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.lapak.platform.viewer.Role;
import dev.lapak.platform.viewer.ViewerClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Signs tokens as users does and serves their public key, for subgraphs that are tested without
 * users.
 */
public final class TestIssuer {

  private static final RSAKey KEY = key("test");
  private static final RSAKey FOREIGN_KEY = key("foreign");
  private static final HttpServer SERVER = serve();

  private TestIssuer() {}

  /** Where the public key is. */
  public static String jwksUrl() {
    return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/jwks.json";
  }

  /** A token for a buyer. */
  public static String customer(UUID user) {
    return sign(claims(user, Role.CUSTOMER).build(), KEY);
  }

  /** A token for a buyer without an account. */
  public static String guest(UUID user) {
    return sign(claims(user, Role.GUEST).build(), KEY);
  }

  /** A token for a seller who prices in pounds. */
  public static String seller(UUID user, UUID seller) {
    return seller(user, seller, "GBP");
  }

  /** A token for a seller. */
  public static String seller(UUID user, UUID seller, String currency) {
    return sign(
        claims(user, Role.CUSTOMER, Role.SELLER)
            .claim(ViewerClaims.SELLER, seller.toString())
            .claim(ViewerClaims.CURRENCY, currency)
            .build(),
        KEY);
  }

  /** A token for an admin. */
  public static String admin(UUID user) {
    return sign(claims(user, Role.CUSTOMER, Role.ADMIN).build(), KEY);
  }

  /** A token that was good once. */
  public static String expired(UUID user) {
    return sign(
        claims(user, Role.CUSTOMER)
            .expirationTime(Date.from(Instant.now().minus(Duration.ofSeconds(2))))
            .build(),
        KEY);
  }

  /** A token that ends soon. */
  public static String expiring(UUID user, Duration in) {
    return sign(
        claims(user, Role.CUSTOMER).expirationTime(Date.from(Instant.now().plus(in))).build(), KEY);
  }

  /** A token that says another issuer. */
  public static String ofIssuer(UUID user, String issuer) {
    return sign(claims(user, Role.CUSTOMER).issuer(issuer).build(), KEY);
  }

  /** A token that somebody else signed. */
  public static String forged(UUID user) {
    return sign(claims(user, Role.CUSTOMER, Role.ADMIN).build(), FOREIGN_KEY);
  }

  private static JWTClaimsSet.Builder claims(UUID user, Role... roles) {
    return new JWTClaimsSet.Builder()
        .issuer("lapak")
        .subject(user.toString())
        .claim(ViewerClaims.ROLES, List.of(roles).stream().map(Role::name).toList())
        .issueTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))));
  }

  private static String sign(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpServer serve() {
    byte[] body = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/jwks.json",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
