package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Backstage.ROUTER;
import static dev.lapak.edge.testing.Door.json;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.query;
import static dev.lapak.edge.testing.Door.send;
import static dev.lapak.edge.testing.Door.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@EdgeTest
class HealthTests {

  @LocalServerPort int port;
  @LocalManagementPort int management;

  @BeforeEach
  void routerAndOrdersAreUp() {
    ROUTER.answers(StandIn.json("{\"data\":{\"__typename\":\"Query\"}}"));
    ORDERS.answers(StandIn.json("{\"status\":\"UP\"}"));
  }

  @Test
  void the_edge_is_ready_when_the_router_answers() {
    await()
        .untilAsserted(
            () -> {
              HttpResponse<String> health = send(to(port, "/health").GET());
              assertThat(health.statusCode()).isEqualTo(200);
              assertThat(json(health.body()).toString())
                  .isEqualTo(
                      "{\"status\":\"UP\",\"router\":\"UP\",\"subgraphs\":{\"inventory\":\"DOWN\",\"orders\":\"UP\",\"products\":\"DOWN\",\"users\":\"DOWN\"}}");
            });
    assertThat(ORDERS.requests())
        .allMatch(request -> request.uri().equals("/actuator/health/readiness"));
    assertThat(send(to(management, "/actuator/health/readiness").GET()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void many_questions_are_one_to_those_behind() {
    for (int i = 0; i < 50; i++) {
      send(to(port, "/health").GET());
    }
    assertThat(ROUTER.requests()).hasSizeLessThan(10);
  }

  @Test
  void what_is_for_operators_is_not_at_the_public_door() {
    assertThat(send(to(port, "/actuator/health").GET()).body()).doesNotContain("status");
    assertThat(send(to(port, "/actuator/prometheus").GET()).body()).doesNotContain("jvm_");
  }

  @Test
  void requests_and_connections_are_counted() {
    send(post(port, query("{ me { id } }")));
    assertThat(send(to(management, "/actuator/prometheus").GET()).body())
        .contains("http_server_requests_seconds_count")
        .contains("lapak_edge_subscriptions")
        .contains("lapak_edge_connections");
  }
}
