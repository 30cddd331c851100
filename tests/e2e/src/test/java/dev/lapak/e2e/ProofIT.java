package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.json.JsonMapper;

/** Proofs of payment, by multipart requests, as they are kept, and who is told what of them. */
class ProofIT {

  private static final String HAND_IN =
      """
      mutation ($input: UploadPaymentProofInput!) {
        uploadPaymentProof(input: $input) {
          order { status }
          proof { id files { contentType size sha256 url } }
          errors { code message path status }
        }
      }
      """;

  private static final String SEEN =
      """
      query ($id: ID!) {
        order(id: $id) { proofs { duplicate alsoOn { id } files { contentType url } } }
      }
      """;

  @Test
  void files_come_with_the_mutation_itself() throws IOException {
    Shop shop = Shop.open();
    Person buyer = Person.guest();
    String order = order(buyer, shop);
    byte[] picture = Proofs.png();

    Answer answer = handIn(buyer, order, true, picture, pdf("<</Type /Page>>"));

    assertThat(answer.failures("uploadPaymentProof")).isEmpty();
    assertThat(answer.<String>get("uploadPaymentProof.order.status")).isEqualTo("PAYMENT_REVIEW");
    assertThat(answer.<List<String>>get("uploadPaymentProof.proof.files[*].contentType"))
        .containsExactly("image/jpeg", "application/pdf");
    Answer again = handIn(buyer, order, true, picture, pdf("<</Type /Page>>"));
    assertThat(again.<String>get("uploadPaymentProof.proof.id"))
        .isEqualTo(answer.get("uploadPaymentProof.proof.id"));
    String url = shop.seller().now(SEEN, Map.of("id", order)).get("order.proofs[0].files[0].url");
    var file =
        Patience.await(
            Person.NOBODY
                .web()
                .get()
                .uri(Lapak.running().door().resolve(url))
                .retrieve()
                .toEntity(byte[].class));
    HttpHeaders headers = file.getHeaders();
    assertThat(headers.getContentDisposition().isAttachment()).isTrue();
    assertThat(headers.getFirst("x-content-type-options")).isEqualTo("nosniff");
    assertThat(ImageIO.read(new ByteArrayInputStream(file.getBody())).getWidth()).isEqualTo(40);
    assertThat(
            Proofs.approve(shop.seller(), answer.get("uploadPaymentProof.proof.id"))
                .<String>get("approvePayment.order.status"))
        .isEqualTo("PAID");
  }

  @Test
  void what_is_wrong_with_a_file_is_said_alike_by_both_ways() {
    Person buyer = Person.buyer();
    String order = order(buyer, Shop.open());
    Map<String, byte[]> wrong = new LinkedHashMap<>();
    wrong.put("FILE_TYPE", "<html>".getBytes(StandardCharsets.UTF_8));
    wrong.put("FILE_EMPTY", new byte[0]);
    wrong.put("PDF_ACTIVE", pdf("<</Type /Page>> <</S /JavaScript>>"));
    wrong.put("PDF_PROTECTED", pdf("<</Type /Page>> <</Encrypt 1 0 R>>"));
    wrong.put("FILE_TOO_LARGE", new byte[10_485_761]);

    List<byte[]> files = new ArrayList<>(wrong.values());
    Answer answer = handIn(buyer, order, true, files.toArray(byte[][]::new));

    assertThat(answer.failures("uploadPaymentProof")).containsExactlyElementsOf(wrong.keySet());
    assertThat(answer.<List<String>>get("uploadPaymentProof.errors[*].path[1]"))
        .containsExactly("0", "1", "2", "3", "4");
    wrong.forEach(
        (code, file) -> {
          String url = Proofs.request(buyer, order).get("requestProofUpload.upload.url");
          assertThat(Proofs.put(url, file).json().<String>read("$.code")).isEqualTo(code);
        });
  }

  @Test
  void a_form_of_another_page_or_of_nobody_is_refused() {
    Person buyer = Person.buyer();
    String order = order(buyer, Shop.open());

    Answer unasked = handIn(buyer, order, false, Proofs.png());
    assertThat(unasked.status()).isEqualTo(400);
    assertThat(unasked.requestError()).isEqualTo("BAD_REQUEST");
    assertThat(handIn(Person.NOBODY, order, true, Proofs.png()).requestError())
        .isEqualTo("UNAUTHENTICATED");
    Answer json =
        buyer.now(
            HAND_IN,
            Map.of("input", Map.of("orderId", order, "files", Collections.singletonList(null))));
    assertThat(json.requestError()).isEqualTo("BAD_USER_INPUT");
    assertThat(handIn(Person.buyer(), order, true, Proofs.png()).failures("uploadPaymentProof"))
        .containsExactly("ORDER_NOT_FOUND");
  }

  @Test
  void the_same_file_on_two_orders_is_told_to_who_reviews_it() {
    Shop shop = Shop.open();
    Shop other = Shop.open();
    Person buyer = Person.buyer();
    byte[] receipt = pdf("(" + java.util.UUID.randomUUID() + ") <</Type /Page>>");
    String first = order(buyer, shop);
    String second = order(buyer, shop);
    handIn(buyer, first, true, receipt);
    Proofs.submit(buyer, second, Proofs.upload(buyer, second, receipt));

    assertThat(duplicate(shop.seller(), second)).containsExactly(true, List.of(first));
    assertThat(duplicate(buyer, second)).containsExactly(null, null);
    Person thief = Person.buyer();
    String third = order(thief, other);
    handIn(thief, third, true, receipt);
    assertThat(duplicate(other.seller(), third)).containsExactly(true, List.of());
  }

  private static List<Object> duplicate(Person who, String order) {
    Answer seen = who.now(SEEN, Map.of("id", order));
    List<Object> facts = new ArrayList<>();
    facts.add(seen.get("order.proofs[0].duplicate"));
    List<Map<String, String>> also = seen.get("order.proofs[0].alsoOn");
    facts.add(also == null ? null : also.stream().map(one -> one.get("id")).toList());
    return facts;
  }

  private static String order(Person buyer, Shop shop) {
    return Buying.buy(buyer, shop.sell("2.55", 10), 1).get("checkout.purchase.orders[0].id");
  }

  private static byte[] pdf(String objects) {
    return ("%PDF-1.7\n" + objects + "\nstartxref\n0\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Answer handIn(Person who, String order, boolean asked, byte[]... files) {
    JsonMapper json = JsonMapper.shared();
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (int i = 0; i < files.length; i++) {
      map.put("f" + i, List.of("variables.input.files." + i));
    }
    MultipartBodyBuilder form = new MultipartBodyBuilder();
    form.part(
        "operations",
        json.writeValueAsString(
            Map.of(
                "query",
                HAND_IN,
                "variables",
                Map.of(
                    "input",
                    Map.of("orderId", order, "files", Collections.nCopies(files.length, null))))));
    form.part("map", json.writeValueAsString(map));
    for (int i = 0; i < files.length; i++) {
      form.part("f" + i, new ByteArrayResource(files[i])).filename("receipt.png");
    }
    return Patience.await(
        who.web()
            .post()
            .uri("/graphql")
            .headers(
                headers -> {
                  if (asked) {
                    headers.set("Apollo-Require-Preflight", "true");
                  }
                })
            .body(BodyInserters.fromMultipartData(form.build()))
            .exchangeToMono(
                response ->
                    response
                        .bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .map(text -> new Answer(response.statusCode().value(), text))));
  }
}
