package dev.lapak.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of products. */
class ImageIT {

  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void a_picture_is_uploaded_shown_and_cached_by_anybody() throws Exception {
    Shop shop = Shop.open();
    String product = shop.list("2.55");

    Answer added = add(shop.seller(), product, 1, upload(shop.seller(), picture("jpeg", 2_000)));
    assertThat(added.failures("addProductImage")).isEmpty();
    add(shop.seller(), product, 2, upload(shop.seller(), picture("png", 300)));
    add(shop.seller(), product, 3, upload(shop.seller(), WEBP));

    Answer seen =
        Person.NOBODY.now(
            """
            query ($id: ID!) {
              product(id: $id) {
                version images { alt width height small: url(size: SMALL) large: url(size: LARGE) }
              }
            }
            """,
            Map.of("id", product));
    assertThat(seen.<List<Integer>>get("product.images[*].width")).containsExactly(2_000, 300, 1);
    HttpResponse<byte[]> large = get(seen.get("product.images[0].large"), "x");
    assertThat(large.statusCode()).isEqualTo(200);
    assertThat(ImageIO.read(new ByteArrayInputStream(large.body())).getWidth()).isEqualTo(1_600);
    assertThat(large.headers().map())
        .containsEntry("content-type", List.of("image/jpeg"))
        .containsEntry("cache-control", List.of("max-age=31536000, public, immutable"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("content-security-policy", List.of("sandbox; default-src 'none'"));
    String etag = large.headers().firstValue("etag").orElseThrow();
    HttpResponse<byte[]> same = get(seen.get("product.images[0].large"), etag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    HttpResponse<byte[]> looked = send("HEAD", seen.get("product.images[0].large"));
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body()).isEmpty();
    assertThat(looked.headers().firstValueAsLong("content-length")).hasValue(large.body().length);
    HttpResponse<byte[]> small = get(seen.get("product.images[1].small"), "x");
    assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /files/images/x/small.jpg, 404, NOT_FOUND",
    "GET, /files/images/x, 405, METHOD_NOT_ALLOWED",
    "PUT, /files/images/x/small.jpg, 405, METHOD_NOT_ALLOWED",
    "POST, /files/images/x/small.jpg, 405, METHOD_NOT_ALLOWED",
    "GET, /files/imports/x, 405, METHOD_NOT_ALLOWED",
    "GET, /files/imports/x/y, 404, NOT_FOUND",
    "DELETE, /files/proofs/x, 405, METHOD_NOT_ALLOWED",
    "GET, /files/proofs/x, 404, NOT_FOUND"
  })
  void what_is_not_there_or_can_t_be_done_is_told_by_its_code(
      String method, String path, int status, String code) throws Exception {
    HttpResponse<byte[]> answer = send(method, path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JsonPath.parse(new String(answer.body(), UTF_8)).<String>read("$.code"))
        .isEqualTo(code);
    assertThat(answer.headers().firstValue("allow").isPresent()).isEqualTo(status == 405);
  }

  @Test
  void a_stale_version_is_a_typed_conflict() {
    Shop shop = Shop.open();
    String product = shop.list("2.55");
    add(shop.seller(), product, 1, upload(shop.seller(), picture("png", 20)));
    Answer stale = add(shop.seller(), product, 1, upload(shop.seller(), picture("png", 20)));
    assertThat(stale.failures("addProductImage")).containsExactly("VERSION_CONFLICT");
    assertThat(stale.<List<Integer>>get("addProductImage.errors[*].current.version"))
        .containsExactly(2);
  }

  @Test
  void pictures_are_put_in_order_and_taken_away() throws Exception {
    Shop shop = Shop.open();
    String product = shop.list("2.55");
    add(shop.seller(), product, 1, upload(shop.seller(), picture("png", 20)));
    add(shop.seller(), product, 2, upload(shop.seller(), picture("png", 30)));
    List<String> images = images(product).get("product.images[*].id");
    String removed = images(product).get("product.images[0].url");

    Answer arranged = arrange(shop.seller(), product, 3, images.get(1), images.get(0));
    assertThat(arranged.failures("arrangeProductImages")).isEmpty();
    assertThat(arranged.<List<Object>>get("arrangeProductImages.product.images[*].id"))
        .containsExactly(images.get(1), images.get(0));
    assertThat(images(product).<List<String>>get("product.images[*].alt"))
        .containsExactly("First", "A lantern");
    assertThat(
            arrange(shop.seller(), product, 4, images.get(1), images.get(1))
                .failures("arrangeProductImages"))
        .containsExactly("IMAGES_DIFFER");

    assertThat(get(removed, "x").statusCode()).isEqualTo(200);
    assertThat(remove(shop.seller(), product, 4, images.get(0)).failures("removeProductImage"))
        .isEmpty();
    assertThat(images(product).<List<String>>get("product.images[*].id"))
        .containsExactly(images.get(1));
    assertThat(get(removed, "x").statusCode()).isEqualTo(404);
    assertThat(remove(shop.seller(), product, 5, images.get(0)).failures("removeProductImage"))
        .containsExactly("IMAGE_NOT_FOUND");
  }

  @Test
  void a_picture_is_shown_upright_and_says_no_more_than_itself() throws Exception {
    byte[] camera = file("turned.jpg");
    assertThat(new String(camera, ISO_8859_1)).contains("Exif", "Camera");
    Shop shop = Shop.open();
    String product = shop.list("2.55");
    add(shop.seller(), product, 1, upload(shop.seller(), camera));

    Answer seen = images(product);

    assertThat(seen.<List<Integer>>get("product.images[*].width")).containsExactly(48);
    assertThat(seen.<List<Integer>>get("product.images[*].height")).containsExactly(64);
    byte[] shown = get(seen.get("product.images[0].url"), "x").body();
    assertThat(new String(shown, ISO_8859_1)).doesNotContain("Exif", "Camera");
    BufferedImage upright = ImageIO.read(new ByteArrayInputStream(shown));
    assertThat(new Color(upright.getRGB(44, 32)).getRed()).as("above before").isGreaterThan(200);
    assertThat(new Color(upright.getRGB(4, 32)).getBlue()).as("below before").isGreaterThan(200);
  }

  @ParameterizedTest
  @CsvSource({
    "text, 415, FILE_TYPE",
    "moving.png, 415, IMAGE_ANIMATED",
    "moving.webp, 415, IMAGE_ANIMATED",
    "cut, 422, IMAGE_BROKEN",
    "empty, 400, FILE_EMPTY",
    "huge, 413, IMAGE_TOO_LARGE",
    "long, 413, FILE_TOO_LARGE"
  })
  void what_is_no_picture_or_too_much_of_one_is_refused(String what, int status, String code)
      throws IOException {
    byte[] file =
        switch (what) {
          case "text" -> "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes();
          case "empty" -> new byte[0];
          case "moving.png", "moving.webp" -> file(what);
          case "cut" -> Arrays.copyOf(picture("jpeg", 300), 1_000);
          case "huge" -> claimingToBeHuge();
          default -> new byte[10_485_761];
        };
    Answer answer =
        Proofs.put(request(Shop.open().seller()).get("requestImageUpload.upload.url"), file);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().<String>read("$.code")).isEqualTo(code);
  }

  private static byte[] claimingToBeHuge() {
    byte[] png = picture("png", 20);
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    return png;
  }

  private static Answer request(Person seller) {
    return seller.now("mutation { requestImageUpload { upload { id url } errors { code } } }");
  }

  private static String upload(Person seller, byte[] picture) {
    Answer requested = request(seller);
    Answer sent = Proofs.put(requested.get("requestImageUpload.upload.url"), picture);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    return requested.get("requestImageUpload.upload.id");
  }

  private static Answer add(Person seller, String product, int version, String upload) {
    return seller.now(
        """
        mutation ($product: ID!, $version: Int!, $upload: ID!) {
          addProductImage(input: {
            productId: $product, expectedVersion: $version, uploadId: $upload, alt: "A lantern"
          }) { product { version } errors { code current { version } } }
        }
        """,
        Map.of("product", product, "version", version, "upload", upload));
  }

  private static Answer images(String product) {
    return Person.NOBODY.now(
        "query ($id: ID!) { product(id: $id) { images { id alt width height url(size: SMALL) } } }",
        Map.of("id", product));
  }

  private static Answer arrange(
      Person seller, String product, int version, String first, String second) {
    return seller.now(
        """
        mutation ($product: ID!, $version: Int!, $first: ID!, $second: ID!) {
          arrangeProductImages(input: {
            productId: $product, expectedVersion: $version,
            images: [{id: $first, alt: "First"}, {id: $second}]
          }) { product { images { id } } errors { code path } }
        }
        """,
        Map.of("product", product, "version", version, "first", first, "second", second));
  }

  private static Answer remove(Person seller, String product, int version, String image) {
    return seller.now(
        """
        mutation ($product: ID!, $version: Int!, $image: ID!) {
          removeProductImage(input: {
            productId: $product, expectedVersion: $version, imageId: $image
          }) { product { version } errors { code } }
        }
        """,
        Map.of("product", product, "version", version, "image", image));
  }

  private HttpResponse<byte[]> get(String url, String etag) throws Exception {
    return http.send(
        HttpRequest.newBuilder(Lapak.running().door().resolve(URI.create(url)))
            .header("If-None-Match", etag)
            .build(),
        BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> send(String method, String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(Lapak.running().door().resolve(URI.create(url)))
            .method(method, BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static byte[] file(String name) throws IOException {
    return Files.readAllBytes(
        Lapak.root().resolve("subgraphs/platform/src/test/resources/image").resolve(name));
  }

  private static byte[] picture(String format, int width) {
    BufferedImage image = new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(width / 3, width / 3, 0x336699);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Objects.requireNonNull(bytes.toByteArray());
  }
}
