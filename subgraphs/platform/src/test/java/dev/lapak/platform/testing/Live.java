package dev.lapak.platform.testing;

import dev.lapak.platform.caller.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subscription over server-sent events, as the edge opens it. */
public final class Live implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNode END = JSON.createObjectNode().put("end", true);

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();

  /**
   * @param token null for nobody
   */
  public Live(int port, @Nullable String token, String document, Map<String, Object> variables) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .header(Caller.HEADER, TestCallers.header("edge"))
            .POST(
                BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    // With the answer's head it has begun: what happens from now on is told.
    HttpResponse<InputStream> response =
        client.sendAsync(request.build(), BodyHandlers.ofInputStream()).join();
    Thread.ofVirtual().start(() -> read(response));
  }

  private void read(HttpResponse<InputStream> response) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:") && line.length() > "data:{}".length()) {
          answers.add(JSON.readTree(line.substring("data:".length())));
        }
      }
    } catch (IOException e) {
      // Closed.
    }
    answers.add(END);
  }

  /** The next event: what its field holds. */
  public JsonNode next() {
    JsonNode answer = take();
    if (!answer.has("data")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.get("data").values().iterator().next();
  }

  public List<JsonNode> next(int many) {
    List<JsonNode> events = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      events.add(next());
    }
    return events;
  }

  /** The code of the error with which it ends, after that it has ended. */
  public String failure() {
    JsonNode answer = take();
    while (answer.has("data")) {
      answer = take();
    }
    String code = answer.get("errors").get(0).get("extensions").get("code").asString();
    if (take() != END) {
      throw new IllegalStateException("it goes on");
    }
    return code;
  }

  /** Makes sure that nothing more comes, for it has ended. */
  public void end() {
    if (take() != END) {
      throw new IllegalStateException("it goes on");
    }
  }

  /** Whether nothing comes for a while. */
  public boolean isQuiet() {
    try {
      return answers.poll(600, TimeUnit.MILLISECONDS) == null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode take() {
    try {
      JsonNode answer = answers.poll(20, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IllegalStateException("nothing comes");
      }
      return answer;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
