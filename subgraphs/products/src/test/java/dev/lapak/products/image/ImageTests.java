package dev.lapak.products.image;

import static dev.lapak.products.Answers.expectError;
import static dev.lapak.products.Answers.expectRequestError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.testing.Files;
import dev.lapak.platform.testing.Pictures;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.Stalled;
import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestCallers;
import dev.lapak.platform.testing.TestIssuer;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ProductsTest
class ImageTests {

  private static final String PRODUCT =
      """
      product { version images { id alt width height
        small: url(size: SMALL) medium: url(size: MEDIUM) large: url(size: LARGE) } }
      errors { code message path current { version } }
      """;

  @Autowired SubgraphTester subgraph;
  @Autowired Shop.Maker shops;
  @Autowired StatementCount statements;
  @Autowired JdbcTemplate checks;
  @Autowired Images images;

  Shop shop;
  UUID product;
  Files files;

  @BeforeEach
  void a_product() {
    shop = shops.open();
    product = shop.product();
    files = new Files(subgraph);
  }

  @Test
  void a_picture_is_shown_in_each_size_to_anybody_and_may_be_cached() throws IOException {
    UUID upload = uploaded(Pictures.picture("jpeg", 900, 450));

    GraphQlTester.Response added = add(1, upload, " A mug ");

    added
        .path("addProductImage.errors")
        .entityList(Object.class)
        .hasSize(0)
        .path("addProductImage.product.version")
        .entity(Integer.class)
        .isEqualTo(2)
        .path("addProductImage.product.images[0].alt")
        .entity(String.class)
        .isEqualTo("A mug")
        .path("addProductImage.product.images[0].width")
        .entity(Integer.class)
        .isEqualTo(900)
        .path("addProductImage.product.images[0].height")
        .entity(Integer.class)
        .isEqualTo(450);
    for (Map.Entry<String, Integer> size :
        Map.of("small", 200, "medium", 600, "large", 900).entrySet()) {
      String url = url(added, size.getKey());
      EntityExchangeResult<byte[]> answer =
          files
              .get(url)
              .expectStatus()
              .isOk()
              .expectHeader()
              .valueEquals("Content-Type", "image/jpeg")
              .expectHeader()
              .valueEquals("Cache-Control", "max-age=31536000, public, immutable")
              .expectHeader()
              .valueEquals("X-Content-Type-Options", "nosniff")
              .expectBody()
              .returnResult();
      byte[] body = Objects.requireNonNull(answer.getResponseBody());
      assertThat(answer.getResponseHeaders().getContentLength()).isEqualTo(body.length);
      assertThat(ImageIO.read(new ByteArrayInputStream(body)).getWidth())
          .isEqualTo(size.getValue());
      asEdge(url, Objects.requireNonNull(answer.getResponseHeaders().getETag()))
          .expectStatus()
          .isNotModified()
          .expectBody()
          .isEmpty();
    }
  }

  @Test
  void png_and_webp_are_taken_too() {
    add(1, uploaded(Pictures.png()), "");
    GraphQlTester.Response added = add(2, uploaded(Pictures.webp()), "");

    added.path("addProductImage.product.images[*].width").entityList(Integer.class).contains(16, 1);
  }

  @Test
  void a_page_of_products_with_images_is_one_statement() {
    for (int i = 0; i < 3; i++) {
      add(i + 1, uploaded(Pictures.png()), "");
    }
    UUID other = shop.product();

    int count =
        statements.of(
            () ->
                subgraph
                    .anonymous()
                    .document(
                        "query ($seller: ID!) { products(first: 50, filter: {sellerId: $seller}) {"
                            + " edges { node { id images { id url(size: SMALL) } } } } }")
                    .variable("seller", shop.id())
                    .execute()
                    .path("products.edges[*].node.id")
                    .entityList(UUID.class)
                    .containsExactly(other, product)
                    .path("products.edges[1].node.images[*].id")
                    .entityList(UUID.class)
                    .hasSize(3));

    assertThat(count).isOne();
  }

  @Test
  void a_product_has_ten_images_at_most() {
    for (int i = 0; i < 10; i++) {
      add(i + 1, uploaded(Pictures.png()), "");
    }
    expectError(
        add(11, uploaded(Pictures.png()), ""), "addProductImage", "TOO_MANY_IMAGES", "productId");
  }

  @Test
  void the_same_upload_again_changes_nothing_whatever_version() {
    UUID upload = uploaded(Pictures.png());
    add(1, upload, "");
    add(1, upload, "")
        .path("addProductImage.product.version")
        .entity(Integer.class)
        .isEqualTo(2)
        .path("addProductImage.product.images")
        .entityList(Object.class)
        .hasSize(1);
  }

  @RepeatedTest(20)
  void the_same_upload_ten_times_at_once_is_one_image_to_all() {
    for (int i = 0; i < 10; i++) {
      UUID upload = uploaded(Pictures.png());
      int version = i + 1;

      List<GraphQlTester.Response> answers = Race.of(10, racer -> add(version, upload, "A mug"));

      assertThat(answers)
          .allSatisfy(
              answer ->
                  answer
                      .path("addProductImage.errors")
                      .entityList(Object.class)
                      .hasSize(0)
                      .path("addProductImage.product.version")
                      .entity(Integer.class)
                      .isEqualTo(version + 1)
                      .path("addProductImage.product.images[*].id")
                      .entityList(UUID.class)
                      .hasSize(version)
                      .contains(upload));
    }
  }

  @Test
  void images_are_put_in_order_and_described() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(uploaded(Pictures.png()));
      add(i + 1, ids.get(i), "alt " + i);
    }

    GraphQlTester.Response arranged =
        arrange(
            4,
            List.of(
                Map.of("id", ids.get(2)),
                Map.of("id", ids.get(0), "alt", " first "),
                Map.of("id", ids.get(1))));

    arranged
        .path("arrangeProductImages.product.images[*].id")
        .entityList(UUID.class)
        .containsExactly(ids.get(2), ids.get(0), ids.get(1))
        .path("arrangeProductImages.product.images[*].alt")
        .entityList(String.class)
        .containsExactly("alt 2", "first", "alt 1")
        .path("arrangeProductImages.product.version")
        .entity(Integer.class)
        .isEqualTo(5);
    for (List<Map<String, ?>> wrong :
        List.<List<Map<String, ?>>>of(
            List.of(),
            List.of(Map.of("id", ids.get(0)), Map.of("id", ids.get(1))),
            List.of(Map.of("id", ids.get(0)), Map.of("id", ids.get(0)), Map.of("id", ids.get(1))),
            List.of(
                Map.of("id", ids.get(0)),
                Map.of("id", ids.get(1)),
                Map.of("id", UUID.randomUUID())))) {
      expectError(arrange(5, wrong), "arrangeProductImages", "IMAGES_DIFFER", "images");
    }
  }

  @Test
  void alt_text_has_its_limit() {
    UUID upload = uploaded(Pictures.png());
    expectError(add(1, upload, "x".repeat(301)), "addProductImage", "ALT_LENGTH", "alt");
    add(1, upload, "🛒".repeat(300)).path("addProductImage.product.images[0].id").hasValue();
    expectError(
        arrange(2, List.of(Map.of("id", upload, "alt", "x".repeat(301)))),
        "arrangeProductImages",
        "ALT_LENGTH",
        "images",
        "0",
        "alt");
  }

  @Test
  void removing_an_image_frees_its_bytes() {
    UUID upload = uploaded(Pictures.png());
    String url = url(add(1, upload, ""), "small");
    files.get(url).expectStatus().isOk();

    remove(2, upload)
        .path("removeProductImage.product.images")
        .entityList(Object.class)
        .hasSize(0)
        .path("removeProductImage.product.version")
        .entity(Integer.class)
        .isEqualTo(3);

    files.get(url).expectStatus().isNotFound();
    assertThat(count("SELECT count(*) FROM image_renditions WHERE image_id = ?", upload)).isZero();
    expectError(remove(3, upload), "removeProductImage", "IMAGE_NOT_FOUND", "imageId");
  }

  @Test
  void a_stale_version_is_a_conflict_and_leaves_the_upload() {
    UUID upload = uploaded(Pictures.png());
    shop.update(product, 1, Map.of("title", "Second"));

    GraphQlTester.Response stale = add(1, upload, "");
    expectError(stale, "addProductImage", "VERSION_CONFLICT", "expectedVersion");
    stale.path("addProductImage.errors[0].current.version").entity(Integer.class).isEqualTo(2);
    expectError(remove(1, upload), "removeProductImage", "VERSION_CONFLICT", "expectedVersion");
    expectError(
        arrange(1, List.of()), "arrangeProductImages", "VERSION_CONFLICT", "expectedVersion");
    add(2, upload, "").path("addProductImage.product.images[0].id").hasValue();
  }

  @Test
  void of_ten_added_at_once_one_wins_and_the_others_are_as_they_were() {
    List<UUID> uploads =
        java.util.stream.IntStream.range(0, 10).mapToObj(i -> uploaded(Pictures.png())).toList();

    List<Boolean> won =
        Race.of(
            10,
            i ->
                add(1, uploads.get(i), "")
                    .path("addProductImage.errors")
                    .entityList(Object.class)
                    .get()
                    .isEmpty());

    assertThat(won).containsOnlyOnce(true);
    assertThat(count("SELECT count(*) FROM images WHERE product_id = ?", product)).isOne();
    add(2, uploads.get(won.indexOf(false)), "")
        .path("addProductImage.product.images")
        .entityList(Object.class)
        .hasSize(2);
  }

  @Test
  void one_upload_added_to_two_products_at_once_is_one_of_theirs() {
    UUID upload = uploaded(Pictures.png());
    UUID other = shop.product();

    List<Integer> errors =
        Race.of(
            2,
            i ->
                mutate(
                        "addProductImage",
                        Map.of(
                            "productId",
                            i == 0 ? product : other,
                            "expectedVersion",
                            1,
                            "uploadId",
                            upload))
                    .path("addProductImage.errors")
                    .entityList(Object.class)
                    .get()
                    .size());

    assertThat(errors).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void what_is_not_the_sellers_own_looks_as_if_not_there() {
    Shop other = shops.open();
    UUID theirs = other.product();
    UUID upload = uploaded(Pictures.png());
    for (UUID id : List.of(theirs, UUID.randomUUID())) {
      expectError(
          mutate(
              "addProductImage", Map.of("productId", id, "expectedVersion", 1, "uploadId", upload)),
          "addProductImage",
          "PRODUCT_NOT_FOUND",
          "productId");
    }
    // Their upload, one without a file, and none.
    UUID empty = request().path("requestImageUpload.upload.id").entity(UUID.class).get();
    shop = other;
    UUID theirUpload = uploaded(Pictures.png());
    shop = shops.open();
    product = shop.product();
    for (UUID id : List.of(theirUpload, empty, UUID.randomUUID())) {
      expectError(add(1, id, ""), "addProductImage", "UPLOAD_NOT_FOUND", "uploadId");
    }
  }

  @Test
  void an_archived_product_keeps_its_images_and_gets_no_more() {
    UUID upload = uploaded(Pictures.png());
    String url = url(add(1, upload, ""), "small");
    shop.archive(product, 2);

    expectError(
        add(3, uploaded(Pictures.png()), ""), "addProductImage", "PRODUCT_ARCHIVED", "productId");
    expectError(remove(3, upload), "removeProductImage", "PRODUCT_ARCHIVED", "productId");
    files.get(url).expectStatus().isOk();
  }

  @Test
  void a_picture_is_shown_once_a_product_has_it() {
    UUID upload = uploaded(Pictures.png());
    files.get("/files/images/" + upload + "/small.jpg").expectStatus().isNotFound();
    add(1, upload, "");
    files.get("/files/images/" + upload + "/small.jpg").expectStatus().isOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/small.png", "/huge.jpg", "/SMALL.jpg", "/small", "/small.jpg/x"})
  void there_is_nothing_else(String path) {
    UUID upload = uploaded(Pictures.png());
    add(1, upload, "");
    refused(files.get("/files/images/" + upload + path), 404, "NOT_FOUND");
    refused(files.get("/files/images/no-uuid/small.jpg"), 404, "NOT_FOUND");
    refused(files.get("/files/imports/a/b"), 404, "NOT_FOUND");
    files.get("/files/images/" + upload + "/..%2f.jpg").expectStatus().isBadRequest();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /files/images/x, PUT",
    "PUT, /files/images/x/small.jpg, GET",
    "GET, /files/imports/x, PUT",
    "DELETE, /files/imports/x, PUT"
  })
  void what_can_t_be_done_with_a_file_is_told_as_all_else_about_files(
      String method, String path, String allowed) {
    ResponseSpec answer = files.ask(HttpMethod.valueOf(method), path);
    answer.expectHeader().valueEquals("Allow", allowed);
    refused(answer, 405, "METHOD_NOT_ALLOWED");
  }

  @Test
  void one_may_look_at_a_picture_without_its_bytes() {
    String url = url(add(1, uploaded(Pictures.png()), ""), "small");
    HttpHeaders read = files.get(url).expectBody().returnResult().getResponseHeaders();

    EntityExchangeResult<byte[]> looked =
        files.ask(HttpMethod.HEAD, url).expectStatus().isOk().expectBody().returnResult();

    assertThat(looked.getResponseBody()).isNull();
    assertThat(looked.getResponseHeaders().getContentLength())
        .isPositive()
        .isEqualTo(read.getContentLength());
    assertThat(looked.getResponseHeaders().getETag()).isEqualTo(read.getETag());
    assertThat(looked.getResponseHeaders().getContentType()).isEqualTo(read.getContentType());
  }

  @Test
  void bad_files_are_refused_and_the_address_stays_good() {
    String url = request().path("requestImageUpload.upload.url").entity(String.class).get();
    refused(files.put(url, new byte[0]), 400, "FILE_EMPTY");
    refused(files.put(url, "<svg/>".getBytes()), 415, "FILE_TYPE");
    refused(files.put(url, Pictures.pdf(1_000)), 415, "FILE_TYPE");
    refused(files.put(url, new byte[10_485_761]), 413, "FILE_TOO_LARGE");
    byte[] cut = java.util.Arrays.copyOf(Pictures.jpeg(), 400);
    refused(files.put(url, cut), 422, "IMAGE_BROKEN");
    byte[] huge = Pictures.png();
    java.nio.ByteBuffer.wrap(huge).putInt(16, 100_000);
    refused(files.put(url, huge), 413, "IMAGE_TOO_LARGE");
    refused(files.put(url + "x", Pictures.png()), 404, "NOT_FOUND");
    byte[] picture = Pictures.png();
    files.put(url, picture).expectStatus().isCreated();
    files.put(url, picture).expectStatus().isCreated();
    refused(files.put(url, Pictures.png()), 409, "ALREADY_UPLOADED");
  }

  @Test
  void one_seller_does_not_hold_all_places_for_files() throws InterruptedException {
    String stalled = request().path("requestImageUpload.upload.url").entity(String.class).get();
    String own = request().path("requestImageUpload.upload.url").entity(String.class).get();
    try (Stalled many = files.stall(stalled, 270)) {
      Thread.sleep(1_000); // until all of them stand there

      ResponseSpec sixth = files.put(own, Pictures.png());
      sixth.expectHeader().valueEquals("Retry-After", "2");
      refused(sixth, 503, "TRY_AGAIN");
      shop = shops.open();
      uploaded(Pictures.png());
    }
  }

  @Test
  void what_is_never_added_is_deleted_after_a_while() {
    UUID unused = uploaded(Pictures.png());
    UUID used = uploaded(Pictures.png());
    add(1, used, "");
    checks.update(
        "UPDATE images SET upload_until = now() - interval '25 hours' WHERE id IN (?, ?)",
        unused,
        used);

    images.deleteUnused(Duration.ofHours(24)).block();

    assertThat(count("SELECT count(*) FROM images WHERE id = ?", unused)).isZero();
    assertThat(count("SELECT count(*) FROM image_renditions WHERE image_id = ?", unused)).isZero();
    files.get("/files/images/" + used + "/large.jpg").expectStatus().isOk();
  }

  @Test
  void a_seller_has_a_hundred_unused_at_most_also_at_once() {
    checks.update(
        """
        INSERT INTO images (seller_id, upload_until)
        SELECT ?, now() FROM generate_series(1, 95)""",
        shop.id());

    List<Integer> errors =
        Race.of(
            10,
            i ->
                request()
                    .path("requestImageUpload.errors[*].code")
                    .entityList(String.class)
                    .get()
                    .size());

    assertThat(errors.stream().filter(count -> count == 0)).hasSize(5);
  }

  @Test
  void images_are_for_sellers_to_change() {
    String document = "mutation { requestImageUpload { upload { id } } }";
    expectRequestError(subgraph.anonymous().document(document).execute(), "UNAUTHENTICATED");
    expectRequestError(
        subgraph.with(TestIssuer.customer(UUID.randomUUID())).document(document).execute(),
        "FORBIDDEN");
  }

  private UUID uploaded(byte[] picture) {
    GraphQlTester.Response upload = request();
    files
        .put(upload.path("requestImageUpload.upload.url").entity(String.class).get(), picture)
        .expectStatus()
        .isCreated();
    return upload.path("requestImageUpload.upload.id").entity(UUID.class).get();
  }

  private GraphQlTester.Response request() {
    return shop.seller()
        .document(
            "mutation { requestImageUpload { upload { id url expiresAt maxBytes }"
                + " errors { code message path } } }")
        .execute();
  }

  private GraphQlTester.Response add(int version, UUID upload, String alt) {
    return mutate(
        "addProductImage",
        Map.of("productId", product, "expectedVersion", version, "uploadId", upload, "alt", alt));
  }

  private GraphQlTester.Response remove(int version, UUID image) {
    return mutate(
        "removeProductImage",
        Map.of("productId", product, "expectedVersion", version, "imageId", image));
  }

  private GraphQlTester.Response arrange(int version, List<? extends Map<String, ?>> order) {
    return mutate(
        "arrangeProductImages",
        Map.of("productId", product, "expectedVersion", version, "images", order));
  }

  private GraphQlTester.Response mutate(String mutation, Map<String, ?> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return shop.seller()
        .document(
            "mutation ($input: %s!) { %s(input: $input) { %s } }"
                .formatted(type, mutation, PRODUCT))
        .variable("input", new HashMap<>(input))
        .execute();
  }

  private static String url(GraphQlTester.Response added, String size) {
    return added.path("addProductImage.product.images[0]." + size).entity(String.class).get();
  }

  private ResponseSpec asEdge(String url, String etag) {
    return subgraph
        .web()
        .get()
        .uri(url)
        .header(Caller.HEADER, TestCallers.header("edge"))
        .header("If-None-Match", etag)
        .exchange();
  }

  private long count(String sql, UUID id) {
    return Objects.requireNonNull(checks.queryForObject(sql, Long.class, id));
  }

  private static void refused(ResponseSpec answer, int status, String code) {
    answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }
}
