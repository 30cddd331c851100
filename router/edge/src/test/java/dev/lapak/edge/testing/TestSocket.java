package dev.lapak.edge.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that speaks {@code graphql-transport-ws}. */
public final class TestSocket implements WebSocket.Listener {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PATIENCE = 10;

  /** How it ended. */
  public record Close(int code, String reason) {}

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Close> closed = new CompletableFuture<>();
  private final AtomicInteger pings = new AtomicInteger();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;
  private volatile boolean reading = true;

  private TestSocket() {}

  /** Opened, and nothing said yet. */
  public static TestSocket open(int port, Map<String, String> headers) {
    return open(port, headers, "graphql-transport-ws");
  }

  public static TestSocket open(int port, Map<String, String> headers, @Nullable String protocol) {
    TestSocket listener = new TestSocket();
    WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
    headers.forEach(builder::header);
    if (protocol != null) {
      builder.subprotocols(protocol);
    }
    try {
      listener.socket =
          builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), listener).join();
    } catch (CompletionException e) {
      throw new Refused(e);
    }
    return listener;
  }

  /** The handshake failed. */
  public static final class Refused extends RuntimeException {
    Refused(Throwable cause) {
      super(cause);
    }
  }

  /** Opened, and greeted with that token. */
  public static TestSocket greeted(int port, @Nullable String token) {
    TestSocket socket = open(port, Map.of());
    socket.greet(token == null ? Map.of() : Map.of("Authorization", "Bearer " + token));
    JsonNode answer = socket.next();
    if (!"connection_ack".equals(answer.path("type").asString())) {
      throw new AssertionError("no connection_ack but " + answer);
    }
    return socket;
  }

  public void greet(Map<String, ?> payload) {
    send(Map.of("type", "connection_init", "payload", payload));
  }

  public void subscribe(String id, String document) {
    subscribe(id, document, Map.of());
  }

  public void subscribe(String id, String document, Map<String, ?> variables) {
    send(
        Map.of(
            "type",
            "subscribe",
            "id",
            id,
            "payload",
            Map.of("query", document, "variables", variables)));
  }

  public void send(Map<String, ?> message) {
    send(JsonMapper.shared().writeValueAsString(message));
  }

  public void send(String text) {
    socket().sendText(text, true).join();
  }

  public void send(byte[] bytes) {
    socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** The next message; it comes soon. */
  public JsonNode next() {
    try {
      JsonNode message = messages.poll(PATIENCE, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no message; closed: " + closed.getNow(null));
      }
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The payload of the next message, which is of that type. */
  public JsonNode next(String type) {
    JsonNode message = next();
    if (!type.equals(message.path("type").asString())) {
      throw new AssertionError("no " + type + " but " + message);
    }
    return message;
  }

  /** The answer in the next message. */
  public JsonNode event() {
    return next("next").path("payload");
  }

  public boolean isQuiet(int milliseconds) {
    try {
      return messages.poll(milliseconds, TimeUnit.MILLISECONDS) == null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Close closed() {
    return closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  public int pings() {
    return pings.get();
  }

  /** Leaves unread whatever comes from now on. */
  public void stopReading() {
    reading = false;
  }

  public void readAgain() {
    reading = true;
    socket().request(1);
  }

  public void close() {
    socket().sendClose(1000, "").join();
  }

  public void abort() {
    socket().abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      messages.add(Door.json(part.toString()));
      part.setLength(0);
    }
    if (reading) {
      socket.request(1);
    }
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
    pings.incrementAndGet();
    socket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    closed.complete(new Close(status, reason));
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.complete(new Close(1006, error.toString()));
  }

  private WebSocket socket() {
    return java.util.Objects.requireNonNull(socket);
  }
}
