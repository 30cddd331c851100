package dev.lapak.local.chaos;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Somebody who buys, and asks again where nobody answers. */
final class Buyer {

  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Set<String> UNDECIDED = Set.of("TRY_AGAIN", "BUSY");

  private static final String CHECKOUT =
      """
      mutation ($input: CheckoutInput!) {
        checkout(input: $input) {
          replayed
          purchase { id orders { id status lines { quantity product { id } } } }
          errors { code available }
        }
      }
      """;

  private static final String REQUEST_UPLOAD =
      """
      mutation ($id: ID!) {
        requestProofUpload(input: {orderId: $id}) { upload { id url } errors { code } }
      }
      """;

  private static final String HAND_IN =
      """
      mutation ($id: ID!, $upload: ID!) {
        submitPaymentProof(input: {orderId: $id, uploadIds: [$upload]}) { proof { id } errors { code } }
      }
      """;

  private static final String CANCEL =
      """
      mutation ($id: ID!) {
        cancelOrder(input: {orderId: $id, reason: "chaos"}) { order { status } errors { code } }
      }
      """;

  private static final String EXTEND =
      """
      mutation ($id: ID!) {
        extendDeadline(input: {orderId: $id}) { order { status } errors { code } }
      }
      """;

  private final Door door;
  private final Account account;
  private final Tally tally;

  Buyer(Door door, Account account, Tally tally) {
    this.door = door;
    this.account = account;
    this.tally = tally;
  }

  /** Sends a checkout and does not wait. */
  CompletableFuture<HttpResponse<String>> send(Wish wish)
      throws UnansweredException, InterruptedException {
    return door.send(account.token(), CHECKOUT, Map.of("input", wish.input()));
  }

  /** A purchase or a refusal; nothing where there was none until then. */
  Optional<JsonNode> insist(Wish wish, Instant until) throws InterruptedException {
    while (true) {
      try {
        JsonNode answer = Door.await(send(wish)).path("checkout");
        if (!UNDECIDED.contains(code(answer))) {
          return Optional.of(answer);
        }
        tally.count("undecided: " + code(answer));
      } catch (UnansweredException e) {
        tally.count("unanswered: " + e.kind());
      }
      if (Instant.now().isAfter(until)) {
        return Optional.empty();
      }
      Thread.sleep(PAUSE);
    }
  }

  /** The proof's id; nothing where the order takes none. */
  Optional<String> handIn(String order, byte[] file)
      throws UnansweredException, InterruptedException {
    JsonNode upload =
        account.ask(REQUEST_UPLOAD, Map.of("id", order)).path("requestProofUpload").path("upload");
    if (!upload.isObject()) {
      return Optional.empty();
    }
    int status = door.put(upload.path("url").asString(), file);
    if (status != 201) {
      throw new UnansweredException("upload answered " + status);
    }
    return Optional.of(
            account
                .ask(HAND_IN, Map.of("id", order, "upload", upload.path("id").asString()))
                .at("/submitPaymentProof/proof/id"))
        .filter(JsonNode::isString)
        .map(JsonNode::asString);
  }

  /** Whether the order is cancelled now. */
  boolean cancel(String order) throws UnansweredException, InterruptedException {
    JsonNode answer = account.ask(CANCEL, Map.of("id", order)).path("cancelOrder");
    return answer.at("/order/status").asString("").equals("CANCELLED");
  }

  /** Asks for more time to pay. */
  void extend(String order) throws UnansweredException, InterruptedException {
    if (account.ask(EXTEND, Map.of("id", order)).at("/extendDeadline/order").isObject()) {
      tally.count("extended");
    }
  }

  /** Of a payload's first error; empty without any. */
  static String code(JsonNode payload) {
    return payload.path("errors").path(0).path("code").asString("");
  }

  static List<JsonNode> orders(JsonNode checkout) {
    JsonNode orders = checkout.at("/purchase/orders");
    return IntStream.range(0, orders.size()).mapToObj(orders::path).toList();
  }
}
