package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.edge.testing.Door;
import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When an event stream's status comes, where no sign of life brings it. */
@EdgeTest(properties = {"spring.config.name=edge", "lapak.edge.socket.sign-of-life=1m"})
class PromptStreamTests {

  @LocalServerPort int port;

  @Test
  void the_status_comes_with_the_subgraph_s_and_before_any_event() throws Exception {
    CountDownLatch begin = new CountDownLatch(1);
    CountDownLatch tell = new CountDownLatch(1);
    ORDERS.answers(
        (request, exchange) -> {
          await(begin);
          StandIn.events(
                  events -> {
                    await(tell);
                    events.next("{\"data\":{\"orderEvents\":{\"cursor\":\"1\"}}}");
                    events.complete();
                  })
              .write(request, exchange);
        });
    CompletableFuture<HttpResponse<Stream<String>>> answer =
        CompletableFuture.supplyAsync(
            () ->
                Door.stream(
                    post(port, query("subscription { orderEvents(scope: MINE) { cursor } }"))
                        .header("accept", "text/event-stream")));
    Thread.sleep(300);
    assertThat(answer).as("not before the subgraph's").isNotDone();
    begin.countDown();
    try (Stream<String> lines = answer.get(5, TimeUnit.SECONDS).body()) {
      tell.countDown();
      // A comment would end the stream for Spring's client.
      assertThat(lines.findFirst()).contains("event:next");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
