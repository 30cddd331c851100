package dev.lapak.local.story;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** What a buyer does. */
record Buyer(String name, String fullName, Person person) {

  private static final String CHECKOUT =
      """
      mutation ($input: CheckoutInput!) {
        checkout(input: $input) {
          replayed
          purchase {
            id totals { amount currency }
            orders {
              id number status total { amount currency } seller { id name }
              paymentInstruction { reference bankAccount { bank holder number } }
            }
          }
          errors { code message available }
        }
      }
      """;

  private static final String REQUEST_UPLOAD =
      """
      mutation ($id: ID!) {
        requestProofUpload(input: {orderId: $id}) {
          upload { id url } errors { code message }
        }
      }
      """;

  private static final String HAND_IN =
      """
      mutation ($id: ID!, $uploads: [ID!]!) {
        submitPaymentProof(input: {orderId: $id, uploadIds: $uploads}) {
          order { status expiresAt }
          proof { id files { contentType size sha256 url } }
          errors { code message }
        }
      }
      """;

  private static final String CANCEL =
      """
      mutation ($id: ID!) {
        cancelOrder(input: {orderId: $id}) { order { status } errors { code message } }
      }
      """;

  static String newKey() {
    return "demo-" + UUID.randomUUID();
  }

  static Map<String, Object> line(Goods goods, int quantity) {
    return Map.of("productId", goods.id(), "quantity", quantity);
  }

  /** The answer, failures included. */
  Answer tryCheckout(Map<String, Object> input) {
    return person.read(CHECKOUT, Map.of("input", input));
  }

  /** A checkout that works. */
  Answer checkout(String key, List<Map<String, Object>> lines, int payWithinSeconds) {
    return person.change(
        "checkout",
        CHECKOUT,
        Map.of(
            "input",
            Map.of("idempotencyKey", key, "lines", lines, "payWithinSeconds", payWithinSeconds)));
  }

  /** Uploads a file and hands it in as a proof. */
  Answer handIn(String orderId, byte[] file) {
    Answer requested = person.change("requestProofUpload", REQUEST_UPLOAD, Map.of("id", orderId));
    String url = requested.get("requestProofUpload.upload.url");
    HttpStatusCode status = put(url, file);
    if (status.value() != 201) {
      throw new UnexpectedAnswer("the upload was answered with " + status);
    }
    String upload = requested.get("requestProofUpload.upload.id");
    return person.change(
        "submitPaymentProof", HAND_IN, Map.of("id", orderId, "uploads", List.of(upload)));
  }

  void cancel(String orderId) {
    person.change("cancelOrder", CANCEL, Map.of("id", orderId));
  }

  /** What a file's URL answers. */
  int statusOf(String url) {
    return person
        .web()
        .get()
        .uri(URI.create(person.door().resolve(url).toString()))
        .retrieve()
        .toEntity(byte[].class)
        .getStatusCode()
        .value();
  }

  private HttpStatusCode put(String url, byte[] file) {
    return person
        .web()
        .put()
        .uri(URI.create(person.door().resolve(url).toString()))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(file)
        .retrieve()
        .toBodilessEntity()
        .getStatusCode();
  }
}
