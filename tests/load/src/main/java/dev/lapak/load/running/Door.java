package dev.lapak.load.running;

import dev.lapak.load.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public endpoint, for what is prepared before anything is measured. */
public final class Door {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI uri;

  private final Duration patience;

  Door(int port) {
    this(port, PATIENCE);
  }

  Door(int port, Duration patience) {
    this.patience = patience;
    uri = URI.create("http://127.0.0.1:" + port + "/graphql");
  }

  /** The answer's data; any error in it ends the bench. */
  public JsonNode ask(String operation, Map<String, ?> variables, @Nullable String token) {
    JsonNode answer = post(Map.of("query", operation, "variables", variables), token);
    JsonNode errors = answer.path("errors");
    if (!errors.isEmpty() || !answer.path("data").isObject()) {
      throw new Trouble("%s answered: %s".formatted(uri, errors.isEmpty() ? answer : errors));
    }
    return answer.path("data");
  }

  /** A mutation's payload; an error in it ends the bench. */
  public JsonNode change(
      String mutation, String operation, Map<String, ?> variables, @Nullable String token) {
    JsonNode payload = ask(operation, variables, token).path(mutation);
    if (!payload.path("errors").isEmpty()) {
      throw new Trouble("%s answered: %s".formatted(mutation, payload.path("errors")));
    }
    return payload;
  }

  /** Sends a file to where an upload was said to go. */
  public void put(String path, byte[] content) {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path))
            .timeout(patience)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
            .build();
    HttpResponse<byte[]> answer = send(request);
    if (answer.statusCode() / 100 != 2) {
      throw new Trouble("The upload was answered with %d.".formatted(answer.statusCode()));
    }
  }

  private JsonNode post(Object body, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return JSON.readTree(send(request.build()).body());
    } catch (JacksonException e) {
      throw new Trouble("What answers at %s is no GraphQL: %s".formatted(uri, e.getMessage()), e);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (HttpTimeoutException e) {
      throw new Trouble(
          "%s does not answer within %d s: it is stuck, or stopped, or far too busy."
              .formatted(uri, patience.toSeconds()),
          e);
    } catch (IOException e) {
      throw new Trouble(
          "Nothing answers at %s: start Lapak with ./lapak up, in another terminal.".formatted(uri),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", e);
    }
  }
}
