package dev.lapak.local.story;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import java.util.Map;

/** What somebody does who keeps a shop. */
record Keeper(String name, String sellerId, Person person) {

  private static final String APPROVE =
      """
      mutation ($id: ID!) {
        approvePayment(input: {proofId: $id}) { order { status } errors { code message } }
      }
      """;

  private static final String REJECT =
      """
      mutation ($id: ID!, $reason: String!) {
        rejectPayment(input: {proofId: $id, reason: $reason}) {
          order { status reason } errors { code message }
        }
      }
      """;

  static Keeper of(String name, Person person) {
    return new Keeper(
        name, person.read("{ me { seller { id } } }", Map.of()).get("me.seller.id"), person);
  }

  /** The answer, failures included. */
  Answer approve(String proofId) {
    return person.read(APPROVE, Map.of("id", proofId));
  }

  /** The answer, failures included. */
  Answer reject(String proofId, String reason) {
    return person.read(REJECT, Map.of("id", proofId, "reason", reason));
  }

  /** The newest proof of an order, with a URL of its file. */
  Answer proofs(String orderId) {
    return person.read(
        "query ($id: ID!) { order(id: $id) { allowedActions proofs { id files { url contentType } } } }",
        Map.of("id", orderId));
  }
}
