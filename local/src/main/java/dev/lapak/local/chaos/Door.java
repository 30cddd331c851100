package dev.lapak.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public endpoint, behind which anything may be dead. */
final class Door {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Door(URI address) {
    this.address = address;
  }

  /**
   * Whoever cancels the answer hangs up.
   *
   * @param token empty for nobody
   */
  CompletableFuture<HttpResponse<String>> send(
      String token, String document, Map<String, ?> variables) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/graphql"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    JsonMapper.shared()
                        .writeValueAsString(Map.of("query", document, "variables", variables))));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  /** The data of an answer without request errors. */
  JsonNode ask(String token, String document, Map<String, ?> variables)
      throws UnansweredException, InterruptedException {
    return await(send(token, document, variables));
  }

  static JsonNode await(CompletableFuture<HttpResponse<String>> sent)
      throws UnansweredException, InterruptedException {
    try {
      return data(sent.get());
    } catch (ExecutionException | CompletionException | JacksonException e) {
      throw new UnansweredException(String.valueOf(e.getCause() == null ? e : e.getCause()));
    }
  }

  private static JsonNode data(HttpResponse<String> answer) throws UnansweredException {
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    if (body.path("errors").isEmpty() && body.path("data").isObject()) {
      return body.get("data");
    }
    throw new UnansweredException(
        body.path("errors").path(0).path("extensions").path("code").asString(answer.body()));
  }

  /** Sends a file to where an upload was allowed. */
  int put(String path, byte[] file) throws UnansweredException, InterruptedException {
    try {
      return http.send(
              HttpRequest.newBuilder(address.resolve(path))
                  .timeout(PATIENCE)
                  .PUT(BodyPublishers.ofByteArray(file))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UnansweredException(e.toString());
    }
  }
}
