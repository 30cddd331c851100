package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Door.json;
import static dev.lapak.edge.testing.Door.send;
import static dev.lapak.edge.testing.Door.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.Backstage;
import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code /webhooks} on their way to their subgraph. */
@EdgeTest
class WebhookTests {

  @LocalServerPort int port;

  @BeforeEach
  void orders_listens() {
    answers(200);
  }

  private void answers(int status) {
    ORDERS.answers(
        (request, exchange) -> {
          exchange.getResponseHeaders().set("x-inside", "told");
          exchange.sendResponseHeaders(status, -1);
        });
  }

  @Test
  void a_notification_passes_byte_by_byte_with_the_edge_s_proof() {
    byte[] said = {'{', ' ', '"', 'a', '"', ':', '1', '.', '0', '0', '}', '\n', (byte) 0xC3};
    HttpResponse<String> response =
        send(
            to(port, "/webhooks/midtrans")
                .header("content-type", "application/json")
                .header("lapak-caller", "orders:forged")
                .header("authorization", "Bearer x")
                .POST(BodyPublishers.ofByteArray(said)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("x-inside")).isEmpty();
    StandIn.Request request = ORDERS.onlyRequest();
    assertThat(request.body()).isEqualTo(said);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).isEqualTo("/webhooks/midtrans");
    assertThat(request.headers())
        .containsEntry("lapak-caller", "edge:" + Backstage.SECRET)
        .doesNotContainKey("authorization");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 500, 503})
  void the_sender_hears_the_subgraph_s_status(int status) {
    answers(status);
    assertThat(post("/webhooks/midtrans", 10).statusCode()).isEqualTo(status);
  }

  @Test
  void what_is_too_large_goes_nowhere() {
    assertThat(post("/webhooks/midtrans", 65_536).statusCode()).isEqualTo(200);
    HttpResponse<String> response = post("/webhooks/midtrans", 65_537);
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(json(response.body()).at("/errors/0/extensions/code").asString())
        .isEqualTo("REQUEST_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/webhooks",
        "/webhooks/",
        "/webhooks/paypal",
        "/webhooks/midtrans/",
        "/webhooks/midtrans/x",
        "/webhooks/Midtrans"
      })
  void there_is_nothing_else(String path) {
    assertThat(post(path, 1).statusCode()).isEqualTo(404);
  }

  @Test
  void a_notification_comes_with_post() {
    HttpResponse<String> response = send(to(port, "/webhooks/midtrans").GET());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("allow")).contains("POST");
  }

  private HttpResponse<String> post(String path, int size) {
    return send(to(port, path).POST(BodyPublishers.ofByteArray(new byte[size])));
  }
}
