package dev.lapak.edge.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Knocks at the door over plain HTTP. */
public final class Door {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Door() {}

  /** A POST of JSON to {@code /graphql}. */
  public static HttpRequest.Builder post(int port, String body) {
    return to(port, "/graphql")
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  public static HttpRequest.Builder to(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lines as they come. */
  public static HttpResponse<java.util.stream.Stream<String>> stream(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofLines());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A GraphQL request's JSON. */
  public static String query(String document) {
    return query(document, Map.of());
  }

  public static String query(String document, Map<String, ?> variables) {
    return JsonMapper.shared()
        .writeValueAsString(Map.of("query", document, "variables", variables));
  }

  /** The code of the answer's only error. */
  public static String code(HttpResponse<String> response) {
    return code(json(response.body()));
  }

  public static String code(JsonNode answer) {
    JsonNode errors = answer.path("errors");
    if (errors.size() != 1) {
      throw new AssertionError("not one error: " + answer);
    }
    return errors.path(0).path("extensions").path("code").asString();
  }

  public static JsonNode json(String text) {
    return EXACT.readTree(text);
  }
}
