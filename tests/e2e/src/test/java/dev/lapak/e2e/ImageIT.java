package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
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
    HttpResponse<byte[]> small = get(seen.get("product.images[1].small"), "x");
    assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth()).isEqualTo(200);
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

  @ParameterizedTest
  @CsvSource({
    "text, 415, FILE_TYPE",
    "empty, 400, FILE_EMPTY",
    "huge, 413, IMAGE_TOO_LARGE",
    "long, 413, FILE_TOO_LARGE"
  })
  void what_is_no_picture_or_too_much_of_one_is_refused(String what, int status, String code) {
    byte[] file =
        switch (what) {
          case "text" -> "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes();
          case "empty" -> new byte[0];
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

  private HttpResponse<byte[]> get(String url, String etag) throws Exception {
    return http.send(
        HttpRequest.newBuilder(Lapak.running().door().resolve(URI.create(url)))
            .header("If-None-Match", etag)
            .build(),
        BodyHandlers.ofByteArray());
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
