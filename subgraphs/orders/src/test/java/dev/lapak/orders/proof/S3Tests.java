package dev.lapak.orders.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.Bucket;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Files;
import dev.lapak.platform.testing.Pictures;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.SubgraphTester;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Files in a bucket, of a real server that speaks S3. */
@OrdersTest
@DirtiesContext // its bucket goes
class S3Tests {

  private static final Bucket BUCKET = new Bucket();

  @Autowired World world;
  @Autowired dev.lapak.orders.proof.Files kept;
  @Autowired Proofs proofs;
  @Autowired People people;
  @Autowired SubgraphTester subgraph;
  @Autowired JdbcTemplate checks;

  Files files;
  Person buyer;
  String order;

  @DynamicPropertySource
  static void bucket(DynamicPropertyRegistry registry) {
    BUCKET.properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  @AfterAll
  static void close() {
    BUCKET.close();
  }

  @BeforeEach
  void an_order() {
    world.reset();
    BUCKET.start();
    files = new Files(subgraph);
    buyer = people.buyer();
    order = buyer.buy(world.product(10)).get("id").asString();
  }

  @Test
  void a_file_is_kept_in_the_bucket_under_a_random_name_and_given_back() {
    byte[] pdf = Pictures.pdf(3_000_000);
    JsonNode upload = upload();

    files.put(url(upload), pdf).expectStatus().isCreated();

    String object = object(upload);
    assertThat(object).isNotEqualTo(id(upload));
    assertThat(BUCKET.read("proofs/" + object)).isEqualTo(pdf);
    assertThat(count("proof_piece WHERE file_id = ?::uuid", id(upload))).isZero();
    JsonNode file = submitted(upload);
    assertThat(
            files
                .get(url(file))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentLength(pdf.length)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody()
                .returnResult()
                .getResponseBody())
        .isEqualTo(pdf);
  }

  @Test
  void the_same_bytes_again_are_fine_and_others_are_not() {
    JsonNode upload = upload();
    byte[] picture = Pictures.png();
    files.put(url(upload), picture).expectStatus().isCreated();
    String object = object(upload);

    files.put(url(upload), picture).expectStatus().isCreated();
    files.put(url(upload), Pictures.png()).expectStatus().isEqualTo(409);

    assertThat(object(upload)).isEqualTo(object);
  }

  @Test
  void of_many_files_at_once_one_is_kept_and_the_others_objects_are_left_over() {
    JsonNode upload = upload();
    List<byte[]> pdfs = List.of(Pictures.pdf(9_000), Pictures.pdf(9_001), Pictures.pdf(9_002));

    List<Integer> answers =
        Race.of(
            3,
            i ->
                files
                    .put(url(upload), pdfs.get(i))
                    .expectBody(String.class)
                    .returnResult()
                    .getStatus()
                    .value());

    assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(BUCKET.read("proofs/" + object(upload))).isEqualTo(pdfs.get(answers.indexOf(201)));
    deleteLeftovers();
    assertThat(BUCKET.names()).contains("proofs/" + object(upload));
    assertThat(BUCKET.names()).hasSize(count("stored_object"));
  }

  @Test
  void without_the_bucket_nothing_is_taken_and_nothing_is_lost() {
    JsonNode upload = upload();
    files.put(url(upload), Pictures.png()).expectStatus().isCreated();
    JsonNode file = submitted(upload);
    String other = buyer.buy(world.product(10)).get("id").asString();
    JsonNode next = buyer.requestUpload(other).get("upload");

    BUCKET.stop();
    files
        .put(url(next), Pictures.png())
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("TRY_AGAIN");
    files
        .get(url(file))
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("TRY_AGAIN");
    BUCKET.start();

    files.put(url(next), Pictures.png()).expectStatus().isCreated();
    assertThat(object(next)).isNotEmpty();
  }

  @Test
  void what_no_file_has_is_deleted_after_a_while_and_nothing_else() {
    JsonNode upload = upload();
    files.put(url(upload), Pictures.png()).expectStatus().isCreated();
    submitted(upload);
    String stays = object(upload);
    String other = buyer.buy(world.product(10)).get("id").asString();
    JsonNode unused = buyer.requestUpload(other).get("upload");
    files.put(url(unused), Pictures.png()).expectStatus().isCreated();
    String goes = object(unused);
    // As if orders had died before it noted the file.
    UUID orphan = UUID.randomUUID();
    checks.update("INSERT INTO stored_object (name) VALUES (?)", orphan);
    BUCKET.write("proofs/" + orphan, new byte[] {1});
    // Or before it put the object.
    UUID never = UUID.randomUUID();
    checks.update("INSERT INTO stored_object (name) VALUES (?)", never);

    kept.deleteLeftovers(Duration.ofHours(1), 1_000).block();
    assertThat(BUCKET.names()).as("not yet").contains("proofs/" + orphan, "proofs/" + goes);
    checks.update(
        "UPDATE proof_upload SET expires_at = now() - interval '1 s' WHERE id = ?::uuid",
        id(unused));
    proofs.deleteUnused(Duration.ZERO, 1_000).block();
    deleteLeftovers();

    assertThat(BUCKET.names())
        .contains("proofs/" + stays)
        .doesNotContain("proofs/" + orphan, "proofs/" + goes);
    assertThat(BUCKET.names()).hasSize(count("stored_object"));
  }

  @Test
  void what_can_t_be_deleted_now_is_deleted_later() {
    UUID orphan = UUID.randomUUID();
    checks.update("INSERT INTO stored_object (name) VALUES (?)", orphan);
    BUCKET.write("proofs/" + orphan, new byte[] {1});

    BUCKET.stop();
    org.assertj.core.api.Assertions.assertThatThrownBy(this::deleteLeftovers).isNotNull();
    BUCKET.start();
    deleteLeftovers();

    assertThat(BUCKET.names()).doesNotContain("proofs/" + orphan);
  }

  @Test
  void what_was_kept_in_postgresql_before_is_still_read_there() {
    JsonNode upload = upload();
    byte[] bytes = Pictures.pdf(300_000);
    checks.update(
        "INSERT INTO proof_file (id, content_type, size, sha256) VALUES (?::uuid, 'application/pdf', ?, ?)",
        id(upload),
        bytes.length,
        new byte[32]);
    for (int place = 0; place < 2; place++) {
      checks.update(
          "INSERT INTO proof_piece (file_id, place, bytes) VALUES (?::uuid, ?, ?)",
          id(upload),
          place,
          Arrays.copyOfRange(
              bytes, place * 262_144, Math.min(bytes.length, (place + 1) * 262_144)));
    }

    assertThat(files.get(url(submitted(upload))).expectBody().returnResult().getResponseBody())
        .isEqualTo(bytes);
  }

  private void deleteLeftovers() {
    kept.deleteLeftovers(Duration.ZERO, 1_000).block();
  }

  private JsonNode upload() {
    return buyer.requestUpload(order).get("upload");
  }

  private JsonNode submitted(JsonNode upload) {
    return buyer.submit(order, List.of(id(upload))).get("proof").get("files").get(0);
  }

  private String object(JsonNode upload) {
    return java.util.Objects.requireNonNull(
        checks.queryForObject(
            "SELECT object_name::text FROM proof_file WHERE id = ?::uuid",
            String.class,
            id(upload)));
  }

  private int count(String from, Object... values) {
    return java.util.Objects.requireNonNull(
        checks.queryForObject("SELECT count(*) FROM " + from, Integer.class, values));
  }

  private static String id(JsonNode upload) {
    return upload.get("id").asString();
  }

  private static String url(JsonNode node) {
    return node.get("url").asString();
  }
}
