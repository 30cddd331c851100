package dev.lapak.edge;

import static dev.lapak.edge.testing.Backstage.ORDERS;
import static dev.lapak.edge.testing.Door.post;
import static dev.lapak.edge.testing.Door.query;
import static dev.lapak.edge.testing.Door.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.edge.testing.EdgeTest;
import dev.lapak.edge.testing.StandIn;
import dev.lapak.edge.testing.TestSocket;
import dev.lapak.platform.testing.TestIssuer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that do not read or do not write: the subgraph waits, then the connection closes. */
@EdgeTest(
    properties = {
      "spring.config.name=edge",
      "lapak.edge.socket.write-timeout=4s",
      "lapak.edge.subscription.silence=20s",
      "lapak.edge.read-timeout=1s",
      "server.netty.idle-timeout=1s"
    })
class SlowClientTests {

  private static final String WATCH = "subscription { orderEvents(scope: MINE) { cursor } }";
  private static final int FLOOD = 20_000;

  @LocalServerPort int port;

  private final String token = TestIssuer.customer(UUID.randomUUID());
  private final AtomicInteger said = new AtomicInteger();
  private final CountDownLatch left = new CountDownLatch(1);

  /** A gigabyte, if anybody wants it. */
  @BeforeEach
  void ordersFloods() {
    String event = "{\"data\":{\"orderEvents\":{\"cursor\":\"" + "x".repeat(50_000) + "\"}}}";
    ORDERS.answers(
        StandIn.events(
            events -> {
              try {
                for (int i = 0; i < FLOOD; i++) {
                  events.next(event);
                  said.incrementAndGet();
                }
              } finally {
                left.countDown();
              }
            }));
  }

  @Test
  void on_a_socket() throws IOException, InterruptedException {
    // A bare socket: java.net.http's does not always tell the end after a pause in reading.
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = client.getOutputStream();
      out.write(
          "GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n"
              .getBytes(StandardCharsets.UTF_8));
      readHead(client);
      out.write(
          frame(
              "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer %s\"}}"
                  .formatted(token)));
      out.write(
          frame("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":%s}".formatted(query(WATCH))));
      assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(said.get()).isBetween(1, FLOOD / 4);
      readOn(client);
    }
  }

  /**
   * A text of 126 bytes or more (filled up by spaces), masked, as RFC 6455 wants it of clients, by
   * zeros.
   */
  private static byte[] frame(String json) {
    byte[] payload = "%-126s".formatted(json).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + payload.length)
        .put((byte) 0x81)
        .put((byte) (0x80 | 126))
        .putShort((short) payload.length)
        .putInt(0)
        .put(payload)
        .array();
  }

  private static void readHead(Socket client) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = client.getInputStream().read();
      assertThat(next).as(head.toString()).isNotNegative();
      head.append((char) next);
    }
    assertThat(head.toString()).startsWith("HTTP/1.1 101");
  }

  /** Reads until the connection ends, cut or not. */
  private static void readOn(Socket client) throws IOException {
    client.setSoTimeout(10_000);
    try {
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (SocketException cut) {
      assertThat(cut).hasMessage("Connection reset");
    }
  }

  @Test
  void on_an_event_stream() throws IOException, InterruptedException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      byte[] body = query(WATCH).getBytes(StandardCharsets.UTF_8);
      OutputStream out = client.getOutputStream();
      out.write(
          ("POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\naccept: text/event-stream\r\nauthorization: Bearer "
                  + token
                  + "\r\ncontent-length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(said.get()).isBetween(1, FLOOD / 4);
    }
  }

  @Test
  void a_request_that_does_not_go_on_is_given_up() throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setSoTimeout(10_000);
      client
          .getOutputStream()
          .write(
              "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void a_quiet_subscription_is_not_given_up() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              for (int i = 0; i < 25; i++) {
                events.comment();
                Thread.sleep(100);
              }
              events.next("{\"data\":{\"orderEvents\":{\"cursor\":\"late\"}}}");
              events.complete();
            }));
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", WATCH);
    assertThat(send(post(port, query(WATCH)).header("accept", "text/event-stream")).body())
        .contains("late", "event:complete");
    assertThat(socket.event().at("/data/orderEvents/cursor").asString()).isEqualTo("late");
  }

  @Test
  void a_slow_reader_that_reads_gets_everything() {
    ORDERS.answers(
        StandIn.events(
            events -> {
              for (int i = 1; i <= 400; i++) {
                events.next(
                    "{\"data\":{\"orderEvents\":{\"cursor\":\"%d-%s\"}}}"
                        .formatted(i, "x".repeat(5_000)));
              }
              events.complete();
            }));
    TestSocket socket = TestSocket.greeted(port, token);
    socket.subscribe("1", WATCH);
    for (int i = 1; i <= 400; i++) {
      if (i % 100 == 0) {
        socket.stopReading();
        await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        socket.readAgain();
      }
      assertThat(socket.event().at("/data/orderEvents/cursor").asString()).startsWith(i + "-");
    }
    socket.next("complete");
  }
}
