package dev.lapak.edge;

import static dev.lapak.edge.testing.Door.code;
import static dev.lapak.edge.testing.Door.json;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.query;
import static dev.lapak.edge.testing.Door.send;
import static dev.lapak.edge.testing.Door.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.TestSocket;
import dev.lapak.platform.testing.TestIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing stands behind the door, and the pages are not built. */
@EdgeTest(
    properties = {
      "spring.config.name=edge",
      "lapak.edge.page.directory=target/no-such-directory",
      "lapak.edge.page.origins=https://shop.example",
      "lapak.edge.router.url=http://127.0.0.1:19/graphql",
      "lapak.edge.subgraph.urls.orders=http://127.0.0.1:19/graphql",
      "lapak.token.jwks-url=http://127.0.0.1:19/jwks.json"
    })
class AloneTests {

  @LocalServerPort int port;
  @LocalManagementPort int management;

  @Test
  void the_start_page_says_how_to_build_the_pages() {
    for (String path : new String[] {"/", "/graphiql"}) {
      HttpResponse<String> response = send(to(port, path).GET());
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.headers().firstValue("content-type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
      assertThat(response.body()).contains("npm run build");
    }
    assertThat(send(to(port, "/orders/1").GET()).statusCode()).isEqualTo(404);
  }

  @Test
  void queries_say_that_the_router_is_not_there() {
    HttpResponse<String> response = send(post(port, query("{ me { id } }")));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(code(response)).isEqualTo("ROUTER_UNAVAILABLE");
    assertThat(response.headers().firstValue("retry-after")).contains("1");
  }

  @Test
  void tokens_can_not_be_checked() {
    HttpResponse<String> response =
        send(
            post(port, query("{ me { id } }"))
                .header("authorization", "Bearer " + TestIssuer.customer(UUID.randomUUID())));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(code(response)).isEqualTo("SUBGRAPH_UNAVAILABLE");
    assertThat(code(send(to(port, "/.well-known/jwks.json").GET())))
        .isEqualTo("SUBGRAPH_UNAVAILABLE");
  }

  @Test
  void subscriptions_and_files_say_that_orders_is_not_there() {
    TestSocket socket = TestSocket.greeted(port, null);
    socket.subscribe("1", "subscription { orderEvents(scope: MINE) { cursor } }");
    assertThat(socket.next("error").at("/payload/0/extensions/code").asString())
        .isEqualTo("SUBGRAPH_UNAVAILABLE");
    assertThat(send(to(port, "/files/proofs/a").PUT(BodyPublishers.ofString("x"))).body())
        .contains("\"code\":\"SUBGRAPH_UNAVAILABLE\"");
  }

  @Test
  void health_says_who_is_missing() {
    HttpResponse<String> health = send(to(port, "/health").GET());
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(json(health.body()).toString())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"router\":\"DOWN\",\"subgraphs\":{\"inventory\":\"DOWN\",\"orders\":\"DOWN\",\"products\":\"DOWN\",\"users\":\"DOWN\"}}");
    assertThat(send(to(port, "/health/ready").GET()).statusCode()).isEqualTo(503);
    assertThat(send(to(port, "/health/live").GET()).statusCode()).isEqualTo(200);
    assertThat(send(to(management, "/actuator/health/liveness").GET()).statusCode()).isEqualTo(200);
    assertThat(send(to(management, "/actuator/health/readiness").GET()).statusCode())
        .isEqualTo(503);
  }

  @Test
  void pages_of_named_hosts_may_call() {
    HttpResponse<String> named =
        send(post(port, query("{")).header("origin", "https://shop.example"));
    assertThat(named.headers().firstValue("access-control-allow-origin"))
        .contains("https://shop.example");
    HttpResponse<String> preflight =
        send(
            to(port, "/graphql")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("origin", "https://shop.example")
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "authorization, content-type"));
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(send(post(port, query("{")).header("origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
  }
}
