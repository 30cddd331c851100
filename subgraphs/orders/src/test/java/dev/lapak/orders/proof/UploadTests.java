package dev.lapak.orders.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.file.FileSecret;
import dev.lapak.platform.file.FileType;
import dev.lapak.platform.file.SignedUrls;
import dev.lapak.platform.testing.Files;
import dev.lapak.platform.testing.Pictures;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.Stalled;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestCallers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@OrdersTest
class UploadTests {

  private static final int MAX = 10_485_760;
  private static final Duration READ_WITHIN = Duration.ofMinutes(10);

  private static final String UPLOADS = "SELECT uploads FROM orders WHERE id = ?::uuid";

  @Autowired World world;
  @Autowired Proofs proofs;
  @Autowired People people;
  @Autowired SubgraphTester subgraph;
  @Autowired JdbcTemplate checks;
  @Autowired Environment environment;

  Files files;
  Person buyer;
  String order;

  @BeforeEach
  void an_order() {
    world.reset();
    files = new Files(subgraph);
    buyer = people.buyer();
    order = buyer.buy(world.product(10)).get("id").asString();
  }

  @Test
  void a_picture_is_taken_made_anew_and_given_back_walled_in()
      throws NoSuchAlgorithmException, IOException {
    byte[] picture = camera();
    JsonNode upload = upload();
    assertThat(upload.get("maxBytes").asInt()).isEqualTo(MAX);
    assertThat(OffsetDateTime.parse(upload.get("expiresAt").asString()))
        .isBetween(OffsetDateTime.now().plusMinutes(14), OffsetDateTime.now().plusMinutes(15));

    files.put(url(upload), picture).expectStatus().isCreated();
    JsonNode file =
        buyer.submit(order, List.of(upload.get("id").asString())).get("proof").get("files").get(0);

    assertThat(file.get("contentType").asString()).isEqualTo("image/jpeg");
    assertThat(file.get("sha256").asString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture)));
    byte[] body =
        files
            .get(url(file))
            .expectStatus()
            .isOk()
            .expectHeader()
            .valueEquals("Content-Type", "image/jpeg")
            .expectHeader()
            .valueEquals("X-Content-Type-Options", "nosniff")
            .expectHeader()
            .valueEquals("Content-Security-Policy", "sandbox; default-src 'none'")
            .expectHeader()
            .valueMatches("Cache-Control", ".*private.*")
            .expectHeader()
            .valueEquals(
                "Content-Disposition",
                "attachment; filename=\"proof-" + file.get("id").asString() + ".jpg\"")
            .expectBody()
            .returnResult()
            .getResponseBody();
    assertThat(body).hasSize(file.get("size").asInt());
    assertThat(new String(picture, StandardCharsets.ISO_8859_1)).contains("Exif", "Camera");
    assertThat(new String(body, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Camera");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(body));
    assertThat(List.of(image.getWidth(), image.getHeight())).as("upright").containsExactly(48, 64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "webp"})
  void any_picture_is_kept_as_a_jpeg(String kind) {
    JsonNode upload = upload();
    files
        .put(url(upload), kind.equals("png") ? Pictures.png() : Pictures.webp())
        .expectStatus()
        .isCreated();

    JsonNode file =
        buyer.submit(order, List.of(upload.get("id").asString())).get("proof").get("files").get(0);

    assertThat(file.get("contentType").asString()).isEqualTo("image/jpeg");
    byte[] kept = files.get(url(file)).expectBody().returnResult().getResponseBody();
    assertThat(FileType.of(Objects.requireNonNull(kept))).contains(FileType.JPEG);
  }

  @Test
  void a_pdf_is_kept_as_it_came() {
    byte[] pdf = Pictures.pdf(600_000);
    JsonNode upload = upload();
    files.put(url(upload), pdf).expectStatus().isCreated();

    JsonNode file =
        buyer.submit(order, List.of(upload.get("id").asString())).get("proof").get("files").get(0);

    assertThat(file.get("contentType").asString()).isEqualTo("application/pdf");
    assertThat(files.get(url(file)).expectBody().returnResult().getResponseBody()).isEqualTo(pdf);
  }

  @Test
  void a_picture_or_pdf_that_can_t_be_taken_says_why() throws IOException {
    JsonNode upload = upload();
    refused(files.put(url(upload), resource("moving.png")), 415, "IMAGE_ANIMATED");
    byte[] huge = Pictures.png();
    ByteBuffer.wrap(huge).putInt(16, 12_001);
    refused(files.put(url(upload), huge), 413, "IMAGE_TOO_LARGE");
    byte[] broken = Pictures.png();
    Arrays.fill(broken, 50, broken.length - 20, (byte) 0x11);
    refused(files.put(url(upload), broken), 422, "IMAGE_BROKEN");
    refused(files.put(url(upload), pdf("9 0 obj <</S /JavaScript>> endobj")), 415, "PDF_ACTIVE");
    refused(files.put(url(upload), pdf("trailer <</Encrypt 1 0 R>>")), 415, "PDF_PROTECTED");
    refused(files.put(url(upload), pdf("<</Type /Page>>".repeat(51))), 413, "PDF_TOO_LONG");
    refused(files.put(url(upload), pdf("<</Type /Pages>>")), 422, "PDF_BROKEN");
    refused(files.put(url(upload), cut(Pictures.png())), 422, "IMAGE_BROKEN");
    refused(files.put(url(upload), cut(Pictures.pdf(1_000))), 422, "PDF_BROKEN");
    // The address is still good.
    files.put(url(upload), Pictures.png()).expectStatus().isCreated();
  }

  private static byte[] cut(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  private static byte[] pdf(String objects) {
    return ("%PDF-1.7\n" + objects + "\nstartxref\n0\n%%EOF\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Held to the left, and said so by the camera. */
  private static byte[] camera() throws IOException {
    return resource("turned.jpg");
  }

  private static byte[] resource(String name) throws IOException {
    return new ClassPathResource("image/" + name).getContentAsByteArray();
  }

  @Test
  void the_largest_file_is_taken_and_one_byte_more_is_not() {
    byte[] largest = Pictures.pdf(MAX);
    JsonNode upload = upload();
    files.put(url(upload), largest).expectStatus().isCreated();
    JsonNode file =
        buyer.submit(order, List.of(upload.get("id").asString())).get("proof").get("files").get(0);
    assertThat(
            files
                .get(url(file))
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody())
        .isEqualTo(largest);

    String other = buyer.buy(world.product(10)).get("id").asString();
    refused(files.put(url(upload(other)), Pictures.pdf(MAX + 1)), 413, "FILE_TOO_LARGE");
  }

  @Test
  void what_is_too_large_is_not_even_read_if_it_says_so() throws IOException {
    String answer = send(url(upload()), "Content-Length: 1000000000", 0);
    assertThat(answer).startsWith("HTTP/1.1 413").contains("FILE_TOO_LARGE");
  }

  @Test
  void what_never_ends_is_cut_off_at_the_bound() throws IOException {
    // Far more than the bound and what fits into the buffers between.
    String answer = send(url(upload()), "Transfer-Encoding: chunked", 100);
    assertThat(answer).matches("(?s)(HTTP/1.1 413.*FILE_TOO_LARGE.*|cut off)");
    assertThat(
            checks.queryForObject(
                "SELECT count(*) FROM proof_file f JOIN proof_upload u USING (id) WHERE order_id = ?::uuid",
                Long.class,
                order))
        .isZero();
  }

  @Test
  void an_empty_file_and_a_wrong_type_are_refused_whatever_they_are_called() {
    JsonNode upload = upload();
    refused(files.put(url(upload), new byte[0]), 400, "FILE_EMPTY");
    refused(files.put(url(upload), "<html>".getBytes(StandardCharsets.UTF_8)), 415, "FILE_TYPE");
    ResponseSpec named =
        subgraph
            .web()
            .put()
            .uri(url(upload))
            .header(Caller.HEADER, TestCallers.header("edge"))
            .header(HttpHeaders.CONTENT_TYPE, "image/png")
            .bodyValue(new byte[] {1, 2, 3})
            .exchange();
    refused(named, 415, "FILE_TYPE");
    // The address is still good.
    files.put(url(upload), Pictures.png()).expectStatus().isCreated();
  }

  @Test
  void the_same_bytes_again_are_fine_and_others_are_not() {
    JsonNode upload = upload();
    byte[] picture = Pictures.png();
    files.put(url(upload), picture).expectStatus().isCreated();
    files.put(url(upload), picture).expectStatus().isCreated();
    refused(files.put(url(upload), Pictures.png()), 409, "ALREADY_UPLOADED");
  }

  @Test
  void of_many_files_at_once_one_is_kept_whole() {
    JsonNode upload = upload();
    List<Integer> answers =
        Race.of(
            6,
            i ->
                files
                    .put(url(upload), Pictures.pdf(300_000 + i))
                    .expectBody(String.class)
                    .returnResult()
                    .getStatus()
                    .value());

    assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(
            checks.queryForObject(
                """
                SELECT size = (SELECT sum(length(bytes)) FROM proof_piece WHERE file_id = f.id)
                FROM proof_file f WHERE id = ?::uuid""",
                Boolean.class,
                upload.get("id").asString()))
        .isTrue();
  }

  @Test
  void one_buyer_does_not_hold_all_places_for_files() throws InterruptedException {
    try (Stalled many = files.stall(url(upload()), 270)) {
      Thread.sleep(1_000); // until all of them stand there

      refused(files.put(url(upload()), Pictures.png()), 503, "TRY_AGAIN");
      Person other = people.buyer();
      String theirs = other.buy(world.product(10)).get("id").asString();
      files
          .put(url(other.requestUpload(theirs).get("upload")), Pictures.png())
          .expectStatus()
          .isCreated();
    }
  }

  @Test
  void an_address_is_good_for_its_use_its_file_and_its_time() {
    JsonNode upload = upload();
    String url = url(upload);
    byte[] picture = Pictures.png();
    String id = upload.get("id").asString();
    long expires = Long.parseLong(url.replaceAll(".*expires=(\\d+).*", "$1"));

    for (String wrong :
        List.of(
            "/files/proofs/" + id,
            url.replaceAll("signature=.*", "signature="),
            url.replaceAll("&signature=.*", ""),
            url.replaceAll("signature=.", "signature=!"),
            url.replace("expires=" + expires, "expires=" + (expires + 1)),
            url.replace("expires=" + expires, "expires=soon"),
            url.replace(id, UUID.randomUUID().toString()),
            url.replace(id, "what"))) {
      refused(files.put(wrong, picture), 404, "NOT_FOUND");
    }
    // What may be written there may not be read there.
    files.put(url, picture).expectStatus().isCreated();
    refused(files.get(url), 404, "NOT_FOUND");
    JsonNode file = buyer.submit(order, List.of(id)).get("proof").get("files").get(0);
    refused(files.put(url(file), picture), 404, "NOT_FOUND");
  }

  @Test
  void who_is_refused_while_still_sending_hears_why() {
    String url = url(upload()).replaceAll("signature=.*", "signature=x");
    byte[] largest = Pictures.pdf(MAX);

    List<String> answers =
        Race.of(
                8,
                i ->
                    IntStream.range(0, 8)
                        .mapToObj(
                            again ->
                                files
                                    .put(url, largest)
                                    .expectBody(String.class)
                                    .returnResult()
                                    .getResponseBody())
                        .toList())
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(answers).hasSize(64).allSatisfy(answer -> assertThat(answer).contains("NOT_FOUND"));
  }

  @Test
  void what_can_t_be_done_with_a_proof_is_told_as_all_else_about_files() {
    refused(files.ask(HttpMethod.DELETE, url(upload())), 405, "METHOD_NOT_ALLOWED");
    refused(files.get("/files/proofs/a/b"), 404, "NOT_FOUND");
  }

  @Test
  void an_address_ends() {
    SignedUrls earlier = signer(Instant.now().minus(Duration.ofMinutes(10)));
    JsonNode upload = upload();
    files.put(url(upload), Pictures.png()).expectStatus().isCreated();
    UUID id = UUID.fromString(upload.get("id").asString());

    refused(files.get(earlier.toRead(id, READ_WITHIN)), 404, "NOT_FOUND");
    files
        .get(signer(Instant.now().minus(Duration.ofSeconds(595))).toRead(id, READ_WITHIN))
        .expectStatus()
        .isOk();
    refused(
        files.put(earlier.toWrite(id, Instant.now().minusSeconds(1)), Pictures.png()),
        404,
        "NOT_FOUND");
  }

  @Test
  void files_are_for_the_edge_to_ask_for() {
    JsonNode upload = upload();
    ResponseSpec routers =
        subgraph
            .web()
            .put()
            .uri(url(upload))
            .header(Caller.HEADER, TestCallers.header("router"))
            .bodyValue(Pictures.png())
            .exchange();
    refused(routers, 404, "NOT_FOUND");
    subgraph
        .web()
        .put()
        .uri(url(upload))
        .bodyValue(Pictures.png())
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void only_the_buyer_of_an_order_that_waits_gets_an_address() {
    assertThat(code(people.buyer().requestUpload(order))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(people.admin().requestUpload(order))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(buyer.requestUpload(UUID.randomUUID()))).isEqualTo("ORDER_NOT_FOUND");
    buyer.cancel(order, null);
    assertThat(code(buyer.requestUpload(order))).isEqualTo("WRONG_STATUS");
  }

  @Test
  void a_proof_has_20_uploads_to_begin_also_at_once() {
    List<JsonNode> answers = Race.of(25, i -> buyer.requestUpload(order));

    assertThat(answers.stream().filter(answer -> answer.get("errors").isEmpty())).hasSize(20);
    assertThat(answers.stream().filter(answer -> !answer.get("errors").isEmpty()))
        .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("TOO_MANY_PROOFS"));
  }

  @Test
  void uploads_that_came_to_nothing_are_given_back() {
    String kept = buyer.upload(order);
    Race.of(19, i -> buyer.requestUpload(order));
    assertThat(code(buyer.requestUpload(order))).isEqualTo("TOO_MANY_PROOFS");
    checks.update(
        "UPDATE proof_upload SET expires_at = now() - interval '1 s' WHERE order_id = ?::uuid",
        order);

    Long deleted = proofs.deleteUnused(Duration.ofHours(24), 5).block();

    assertThat(deleted).isEqualTo(5);
    assertThat(checks.queryForObject(UPLOADS, Integer.class, order)).isEqualTo(15);
    proofs.deleteUnused(Duration.ofHours(24), 100).block();
    // What has a file is kept for a day, and is no more when it is handed in.
    assertThat(checks.queryForObject(UPLOADS, Integer.class, order)).isOne();
    buyer.submit(order, List.of(kept));
    proofs.deleteUnused(Duration.ZERO, 100).block();
    assertThat(
            checks.queryForObject(
                "SELECT count(*) FROM proof_upload WHERE order_id = ?::uuid", Long.class, order))
        .isOne();
  }

  /** As many megabytes as asked for, in chunks; the answer's beginning. */
  private String send(String url, String header, int megabytes) throws IOException {
    int port = environment.getRequiredProperty("local.server.port", Integer.class);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(
          "PUT %s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\n%s\r\n\r\n"
              .formatted(url, Caller.HEADER, TestCallers.header("edge"), header)
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = new byte[1 << 20];
      try {
        for (int i = 0; i < megabytes; i++) {
          out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
          out.write(chunk);
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        StringBuilder answer = new StringBuilder();
        for (int next; answer.indexOf("}") < 0 && (next = socket.getInputStream().read()) >= 0; ) {
          answer.append((char) next);
        }
        return answer.toString();
      } catch (SocketException e) {
        return "cut off";
      }
    }
  }

  private static SignedUrls signer(Instant now) {
    return new SignedUrls(
        "/files/proofs/",
        FileSecret.of("orders", "0123456789-0123456789-0123456789"),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private JsonNode upload() {
    return upload(order);
  }

  private JsonNode upload(String of) {
    return buyer.requestUpload(of).get("upload");
  }

  private static String url(JsonNode node) {
    return node.get("url").asString();
  }

  private static void refused(ResponseSpec answer, int status, String code) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.message")
        .isNotEmpty();
  }

  private static @Nullable String code(JsonNode answer) {
    assertThat(answer.get("upload").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
