package dev.lapak.orders.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.testing.Pictures;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestCallers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proofs whose files come with the mutation, as the edge hands them on. */
@OrdersTest
class DirectSubmissionTests {

  private static final String HAND_IN =
      """
      mutation ($input: UploadPaymentProofInput!) {
        uploadPaymentProof(input: $input) {
          order { status } proof { id files { contentType sha256 url } } errors { code message path status }
        }
      }
      """;

  @Autowired World world;
  @Autowired Proofs proofs;
  @Autowired People people;
  @Autowired SubgraphTester subgraph;
  @Autowired JdbcTemplate checks;

  Person buyer;
  World.Shop shop;
  String order;

  @BeforeEach
  void an_order() {
    world.reset();
    buyer = people.buyer();
    shop = world.shop();
    order = buyer.buy(world.product(shop, "2.55", 10)).get("id").asString();
  }

  @Test
  void files_that_came_are_handed_in_in_their_order() {
    JsonNode answer =
        handIn(buyer, order, sent(buyer, Pictures.png()), sent(buyer, Pictures.pdf(1_000)));

    assertThat(answer.get("errors")).isEmpty();
    assertThat(answer.get("order").get("status").asString()).isEqualTo("PAYMENT_REVIEW");
    assertThat(answer.get("proof").get("files").valueStream())
        .extracting(file -> file.get("contentType").asString())
        .containsExactly("image/jpeg", "application/pdf");
    assertThat(
            people
                .seller(shop)
                .approve(answer.get("proof").get("id").asString())
                .get("order")
                .get("status")
                .asString())
        .isEqualTo("PAID");
  }

  @Test
  void what_is_wrong_with_a_file_is_said_by_its_place_and_nothing_is_handed_in() {
    JsonNode answer =
        handIn(
            buyer,
            order,
            sent(buyer, Pictures.png()),
            sent(buyer, new byte[] {1, 2, 3}),
            sent(buyer, new byte[0]),
            sent(buyer, Pictures.pdf(10_485_761)));

    assertThat(answer.get("proof").isNull()).isTrue();
    assertThat(answer.get("errors").valueStream())
        .extracting(error -> error.get("code").asString() + error.get("path"))
        .containsExactly(
            "FILE_TYPE[\"files\",\"1\"]",
            "FILE_EMPTY[\"files\",\"2\"]",
            "FILE_TOO_LARGE[\"files\",\"3\"]");
    assertThat(buyer.order(order).get("version").asInt()).isOne();
    assertThat(handIn(buyer, order, sent(buyer, Pictures.png())).get("errors")).isEmpty();
  }

  @Test
  void one_to_five_files() {
    assertThat(codes(handIn(buyer, order))).containsExactly("UPLOAD_COUNT");
    Object file = sent(buyer, Pictures.png());
    assertThat(codes(handIn(buyer, order, Collections.nCopies(6, file).toArray())))
        .containsExactly("UPLOAD_COUNT");
    JsonNode twice = handIn(buyer, order, file, file);
    assertThat(twice.get("errors")).isNotEmpty();
    assertThat(twice.get("proof").isNull()).isTrue();
  }

  @Test
  void a_file_is_for_who_sent_it_and_their_order() {
    Person other = people.buyer();
    Object file = sent(other, Pictures.png());

    assertThat(handIn(buyer, order, file).get("proof").isNull()).isTrue();
    assertThat(codes(handIn(other, order, file))).containsExactly("ORDER_NOT_FOUND");
    assertThat(codes(handIn(buyer, UUID.randomUUID().toString(), sent(buyer, Pictures.png()))))
        .containsExactly("ORDER_NOT_FOUND");
    String theirs = other.buy(world.product(10)).get("id").asString();
    assertThat(handIn(other, theirs, file).get("errors")).isEmpty();
  }

  @Test
  void the_same_files_again_are_the_same_proof_while_it_waits() {
    byte[] picture = Pictures.png();
    String proof = proof(handIn(buyer, order, sent(buyer, picture)));

    assertThat(proof(handIn(buyer, order, sent(buyer, picture)))).isEqualTo(proof);
    assertThat(codes(handIn(buyer, order, sent(buyer, Pictures.png()))))
        .containsExactly("WRONG_STATUS");
    people.seller(shop).reject(proof, "It can't be read.");
    assertThat(proof(handIn(buyer, order, sent(buyer, picture)))).isNotEqualTo(proof);
  }

  @Test
  void of_the_same_files_at_once_there_is_one_proof() {
    byte[] picture = Pictures.png();

    List<String> answers = Race.of(6, i -> proof(handIn(buyer, order, sent(buyer, picture))));

    assertThat(answers).doesNotContain("null");
    assertThat(List.copyOf(new java.util.HashSet<>(answers))).hasSize(1);
    assertThat(buyer.order(order).get("version").asInt()).isEqualTo(2);
  }

  @Test
  void an_order_that_waits_for_nothing_takes_none() {
    buyer.cancel(order, null);

    JsonNode answer = handIn(buyer, order, sent(buyer, Pictures.png()));

    assertThat(codes(answer)).containsExactly("WRONG_STATUS");
    assertThat(answer.get("errors").get(0).get("status").asString()).isEqualTo("CANCELLED");
  }

  @Test
  void a_buyer_has_20_files_that_are_of_no_proof_also_at_once() {
    byte[] picture = Pictures.png();

    List<Object> answers =
        Race.of(5, i -> IntStream.range(0, 5).mapToObj(again -> sent(buyer, picture)).toList())
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(answers).filteredOn(answer -> answer.toString().contains("id=")).hasSize(20);
    assertThat(answers)
        .filteredOn(answer -> answer.toString().contains("TOO_MANY_FILES"))
        .hasSize(5);
    assertThat(codes(handIn(buyer, order, sent(buyer, picture))))
        .containsExactly("TOO_MANY_PROOFS");
    assertThat(sent(people.buyer(), picture).toString()).contains("id=");
  }

  @Test
  void files_of_no_proof_are_deleted_when_their_time_is_over() {
    Object file = sent(buyer, Pictures.png());
    handIn(buyer, order, sent(buyer, Pictures.png()));
    checks.update(
        "UPDATE proof_upload SET expires_at = now() - interval '1 s' WHERE buyer_id = ?",
        buyer.id());

    proofs.deleteUnused(Duration.ofHours(24), 100).block();

    assertThat(
            checks.queryForObject(
                "SELECT count(*) FROM proof_upload WHERE buyer_id = ?", Long.class, buyer.id()))
        .isZero();
    assertThat(
            checks.queryForObject(
                "SELECT count(*) FROM proof_file f WHERE id = ?::uuid",
                Long.class,
                ((Map<?, ?>) file).get("id")))
        .isZero();
    assertThat(buyer.order(order).get("proofs").get(0).get("files")).hasSize(1);
  }

  @Test
  void uploads_of_an_order_are_counted_however_they_come() {
    Race.of(19, i -> buyer.requestUpload(order));

    assertThat(
            codes(handIn(buyer, order, sent(buyer, Pictures.png()), sent(buyer, Pictures.png()))))
        .containsExactly("TOO_MANY_PROOFS");
    assertThat(handIn(buyer, order, sent(buyer, Pictures.png())).get("errors")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"router", "products"})
  void only_the_edge_sends_files(String caller) {
    post(caller, buyer.token(), Pictures.png()).expectStatus().isNotFound();
  }

  @Test
  void nobody_sends_no_files() {
    post("edge", null, Pictures.png()).expectStatus().isUnauthorized();
  }

  private JsonNode handIn(Person who, String of, Object... files) {
    return who.ask(
            HAND_IN,
            Map.of("input", Map.of("orderId", of, "files", new ArrayList<>(List.of(files)))))
        .get("uploadPaymentProof");
  }

  /** What the edge puts in the file's place. */
  private Object sent(Person who, byte[] file) {
    return JsonMapper.shared()
        .readValue(
            Objects.requireNonNull(
                post("edge", who.token(), file).expectBody().returnResult().getResponseBody()),
            Map.class);
  }

  private ResponseSpec post(
      String caller, @org.jspecify.annotations.Nullable String token, byte[] file) {
    return subgraph
        .web()
        .post()
        .uri("/files/uploads")
        .header(Caller.HEADER, TestCallers.header(caller))
        .headers(
            headers -> {
              if (token != null) {
                headers.setBearerAuth(token);
              }
            })
        .bodyValue(file)
        .exchange();
  }

  private static String proof(JsonNode answer) {
    return answer.get("proof").path("id").asString();
  }

  private static List<String> codes(JsonNode answer) {
    return answer.get("errors").valueStream().map(error -> error.get("code").asString()).toList();
  }
}
