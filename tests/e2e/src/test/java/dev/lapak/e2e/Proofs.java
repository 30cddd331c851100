package dev.lapak.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.http.MediaType;

/** Proofs of payment, from the upload to the review. */
final class Proofs {

  private Proofs() {}

  /** A real, small PNG. */
  static byte[] png() {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    image.setRGB(20, 15, 0x336699);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Answer request(Person buyer, String order) {
    return buyer.now(
        """
        mutation ($id: ID!) {
          requestProofUpload(input: {orderId: $id}) {
            upload { id url expiresAt maxBytes } errors { code status }
          }
        }
        """,
        Map.of("id", order));
  }

  /** Sends bytes to an upload's URL, as nobody: the URL is all it takes. */
  static Answer put(String url, byte[] bytes) {
    return Patience.await(
        Person.NOBODY
            .web()
            .put()
            .uri(Lapak.running().door().resolve(url))
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .bodyValue(bytes)
            .exchangeToMono(
                response ->
                    response
                        .bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .map(text -> new Answer(response.statusCode().value(), text))));
  }

  /** Uploads bytes and answers the upload's id. */
  static String upload(Person buyer, String order, byte[] bytes) {
    Answer requested = request(buyer, order);
    Answer sent = put(requested.get("requestProofUpload.upload.url"), bytes);
    if (sent.status() != 201) {
      throw new AssertionError("upload answered " + sent);
    }
    return requested.get("requestProofUpload.upload.id");
  }

  static Answer submit(Person buyer, String order, String... uploads) {
    return buyer.now(
        """
        mutation ($id: ID!, $uploads: [ID!]!) {
          submitPaymentProof(input: {orderId: $id, uploadIds: $uploads}) {
            order { id status expiresAt }
            proof { id files { id contentType size sha256 url } }
            errors { code status }
          }
        }
        """,
        Map.of("id", order, "uploads", List.of(uploads)));
  }

  /** Uploads and submits a real picture and answers the proof's id. */
  static String handIn(Person buyer, String order) {
    return submit(buyer, order, upload(buyer, order, png())).get("submitPaymentProof.proof.id");
  }

  static Answer approve(Person reviewer, String proof) {
    return reviewer.now(
        """
        mutation ($id: ID!) {
          approvePayment(input: {proofId: $id}) { order { id status } errors { code status } }
        }
        """,
        Map.of("id", proof));
  }

  static Answer reject(Person reviewer, String proof, String reason) {
    return reviewer.now(
        """
        mutation ($id: ID!, $reason: String!) {
          rejectPayment(input: {proofId: $id, reason: $reason}) {
            order { id status reason expiresAt } errors { code status }
          }
        }
        """,
        Map.of("id", proof, "reason", reason));
  }
}
