package dev.lapak.edge;

import static dev.lapak.edge.testing.Door.code;
import static dev.lapak.edge.testing.Door.send;
import static dev.lapak.edge.testing.Door.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.EdgeTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    "/dashboard/, Lapak",
    "/dashboard/01980000-0000-7000-8000-000000000000, Lapak"
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
  @ValueSource(
      strings = {
        "/nope",
        "/orders/7/8",
        "/actuator/health",
        "/assets/",
        "/graphql/",
        "/.well-known"
      })
  void a_path_that_no_page_knows_is_not_found(String path) {
    HttpResponse<String> response = send(to(port, path).GET());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(code(response)).isEqualTo("NOT_FOUND");
  }

  @Test
  void all_routes_of_the_pages_are_known_here() throws IOException {
    Matcher routes =
        Pattern.compile("<Route path=\"([^\"]+)\"")
            .matcher(Files.readString(Path.of("../../web/src/App.tsx")));
    List<String> paths =
        routes.results().map(route -> route.group(1).replaceAll(":[^/]+", "7")).toList();
    assertThat(paths).contains("/", "/orders/7");
    for (String path : paths) {
      assertThat(send(to(port, path).GET()).statusCode()).as(path).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%zz", "/orders/%", "/?q=%"})
  void a_path_that_is_none_has_its_code(String path) throws IOException {
    String answer = raw(path);
    assertThat(answer).startsWith("HTTP/1.1 400").contains("\"BAD_REQUEST\"", "\"traceId\"");
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
        "/%",
        "/a b",
        "/.git/config",
        "/assets%00.html",
        "/%c0%ae%c0%ae/pom.xml"
      })
  void nothing_leads_out_of_the_directory(String path) throws IOException {
    assertThat(raw(path)).startsWith("HTTP/1.1 4").doesNotContain("modelVersion", "root:");
  }

  private String raw(String path) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
