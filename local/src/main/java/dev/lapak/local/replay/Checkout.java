package dev.lapak.local.replay;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Failure;
import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.client.GraphQlClientException;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** One checkout with its key, which may be sent as often as one likes. */
record Checkout(Customer buyer, String key, List<Map<String, Object>> lines) {

  private static final String CHECKOUT =
      """
      mutation ($input: CheckoutInput!) {
        checkout(input: $input) {
          replayed purchase { id orders { id } } errors { code message }
        }
      }
      """;

  /** Nothing was decided, or it isn't known what. */
  private static final Set<String> UNDECIDED =
      Set.of(
          "TRY_AGAIN",
          "BUSY",
          "TIMEOUT",
          "ROUTER_UNAVAILABLE",
          "SUBGRAPH_UNAVAILABLE",
          "TOKEN_EXPIRED",
          "INTERNAL");

  private static final int ATTEMPTS = 60;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient LINE =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What was answered. */
  record Receipt(String purchase, List<String> orders, boolean replayed) {}

  /** Sends it until it is decided. */
  Receipt send() throws InterruptedException {
    String last = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Answer answer = buyer.person().ask(CHECKOUT, variables());
        List<String> codes =
            answer.requestErrors().isEmpty()
                ? answer.failures("checkout").stream().map(Failure::code).toList()
                : answer.requestErrors();
        if (codes.isEmpty()) {
          return receipt(answer);
        }
        if (!UNDECIDED.containsAll(codes)) {
          throw new UnexpectedAnswer("%s: %s".formatted(key, answer.response().toMap()));
        }
        last = codes.toString();
      } catch (RestClientException | GraphQlClientException e) {
        last = e.toString();
      }
      Thread.sleep(PAUSE);
    }
    throw new UnexpectedAnswer(
        "%s: undecided after %d attempts: %s".formatted(key, ATTEMPTS, last));
  }

  /** Sends it, and hangs up after a while. */
  void hangUpAfter(Duration patience) throws InterruptedException {
    Person person = buyer.person();
    HttpRequest request =
        HttpRequest.newBuilder(person.door().resolve("/graphql"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + person.token())
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    JSON.writeValueAsBytes(Map.of("query", CHECKOUT, "variables", variables()))))
            .build();
    CompletableFuture<?> call = LINE.sendAsync(request, BodyHandlers.discarding());
    Thread.sleep(patience);
    // Closes the connection.
    call.cancel(true);
  }

  private Map<String, Object> variables() {
    return Map.of("input", Map.of("idempotencyKey", key, "lines", lines));
  }

  private static Receipt receipt(Answer answer) {
    return new Receipt(
        answer.get("checkout.purchase.id"),
        answer.list("checkout.purchase.orders", Order.class).stream().map(Order::id).toList(),
        answer.get("checkout.replayed"));
  }

  private record Order(String id) {}
}
