package dev.lapak.edge;

import static dev.lapak.edge.testing.Door.send;
import static dev.lapak.edge.testing.Door.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.EdgeTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages, from {@code src/test/resources/pages}. */
@EdgeTest
class PageTests {

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({
    "/, Lapak",
    "/index.html, Lapak",
    "/graphiql, GraphiQL",
    "/graphiql.html, GraphiQL",
    "/orders/01980000-0000-7000-8000-000000000000, Lapak",
    "/dashboard/, Lapak"
  })
  void paths_have_their_page(String path, String title) {
    HttpResponse<String> response = send(to(port, path).GET());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("<title>" + title + "</title>");
    assertThat(response.headers().firstValue("content-type")).contains("text/html");
    assertThat(response.headers().firstValue("cache-control")).contains("no-cache");
    assertThat(response.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"));
  }

  @Test
  void assets_are_kept_forever_and_the_rest_is_asked_for_again() {
    HttpResponse<String> asset = send(to(port, "/assets/main-C0FFEE.js").GET());
    assertThat(asset.body()).contains("lapak");
    assertThat(asset.headers().firstValue("cache-control"))
        .contains("max-age=31536000, public, immutable");
    assertThat(asset.headers().firstValue("content-type")).contains("text/javascript");
    HttpResponse<String> icon = send(to(port, "/lapak.svg").GET());
    assertThat(icon.headers().firstValue("cache-control")).contains("no-cache");
    assertThat(icon.headers().firstValue("content-type")).contains("image/svg+xml");
    String modified = icon.headers().firstValue("last-modified").orElseThrow();
    assertThat(
            send(to(port, "/lapak.svg").header("if-modified-since", modified).GET()).statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/missing.js", "/assets/missing.js", "/favicon.ico", "/files.txt"})
  void a_file_that_is_not_there_is_no_page(String path) {
    HttpResponse<String> response = send(to(port, path).GET());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../pom.xml",
        "/assets/../../../../../pom.xml",
        "/%2e%2e/%2e%2e/pom.xml",
        "/..%2f..%2fpom.xml",
        "/assets/..\\..\\pom.xml",
        "//etc/passwd",
        "/.git/config",
        "/assets%00.html",
        "/%c0%ae%c0%ae/pom.xml"
      })
  void nothing_leads_out_of_the_directory(String path) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("modelVersion", "root:");
    }
  }

  @Test
  void pages_are_only_read() {
    assertThat(
            send(to(port, "/").POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isIn(404, 405);
  }

  @Test
  void the_keys_are_published_and_may_be_kept_briefly() {
    HttpResponse<String> response = send(to(port, "/.well-known/jwks.json").GET());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"keys\"", "\"kid\":\"test\"").doesNotContain("\"d\"");
    assertThat(response.headers().firstValue("cache-control")).contains("max-age=60, public");
  }
}
