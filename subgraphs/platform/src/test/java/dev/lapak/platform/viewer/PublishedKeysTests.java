package dev.lapak.platform.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Flux;

class PublishedKeysTests {

  private static final JWK OLD = key("old");
  private static final JWK NEW = key("new");

  private final AtomicInteger reads = new AtomicInteger();
  private volatile String published = new JWKSet(OLD).toString();
  private final HttpServer server = serve();
  private final TokenKeys keys = keys();

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void known_keys_are_read_once() {
    Flux.range(0, 50).flatMap(i -> keys.including("old")).blockLast();

    assertThat(keys.including("old").collectList().block()).containsExactly(OLD);
    assertThat(reads).hasValue(1);
  }

  @Test
  void new_key_is_found() {
    keys.including("old").blockLast();
    published = new JWKSet(List.of(OLD, NEW)).toString();

    assertThat(keys.including("new").collectList().block()).containsExactly(OLD, NEW);
  }

  @Test
  void made_up_keys_cause_one_more_read() {
    Flux.range(0, 50).flatMap(i -> keys.including("made up " + i)).blockLast();

    assertThat(reads).hasValue(2);
  }

  @Test
  void nonsense_is_a_failure_and_forgotten_soon() throws InterruptedException {
    published = "nonsense";
    assertThatThrownBy(() -> keys.including("old").blockLast())
        .hasCauseInstanceOf(IllegalStateException.class);

    published = new JWKSet(OLD).toString();
    Thread.sleep(1_100);
    assertThat(keys.including("old").collectList().block()).containsExactly(OLD);
  }

  @Test
  void known_keys_stay_while_nobody_is_there() {
    keys.including("old").blockLast();
    server.stop(0);

    assertThat(keys.including("made up").collectList().block()).containsExactly(OLD);
  }

  @Test
  void nobody_there_is_a_failure() {
    server.stop(0);

    assertThatThrownBy(() -> keys.including("old").blockLast())
        .isInstanceOf(RequestException.class)
        .hasCauseInstanceOf(WebClientException.class);
  }

  @Test
  void a_token_can_not_be_judged_without_them() throws JOSEException {
    server.stop(0);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("old").build(),
            new JWTClaimsSet.Builder().issuer("lapak").build());
    token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

    assertThatThrownBy(
            () ->
                VerifiedTokens.signedWith(keys, "lapak", Clock.systemUTC())
                    .decode(token.serialize())
                    .block())
        .cause()
        .isInstanceOfSatisfying(
            RequestException.class,
            unknown -> assertThat(unknown.code()).isEqualTo(RequestErrorCode.TRY_AGAIN));
  }

  private TokenKeys keys() {
    return new PublishedKeys(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), WebClient.create());
  }

  private HttpServer serve() {
    try {
      HttpServer created =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      created.createContext(
          "/",
          exchange -> {
            reads.incrementAndGet();
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      created.start();
      return created;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWK key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate().toPublicJWK();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
