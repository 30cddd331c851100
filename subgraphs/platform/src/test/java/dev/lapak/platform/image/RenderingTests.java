package dev.lapak.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.platform.file.FileType;
import dev.lapak.platform.file.UploadException;
import dev.lapak.platform.testing.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class RenderingTests {

  private static final List<Integer> SIZES = List.of(20, 60, 160);

  private static final UUID OWNER = UUID.randomUUID();

  private final Rendering rendering = new Rendering(1, 2);

  @AfterEach
  void close() {
    rendering.close();
  }

  @ParameterizedTest
  @CsvSource({
    "plain.webp, JPEG",
    "lossless.webp, JPEG",
    "alpha.webp, PNG",
    "cmyk.jpg, JPEG",
  })
  void each_kind_is_made_anew_in_each_size(String name, FileType type) throws IOException {
    Rendered made = render(file(name));

    assertThat(made.width()).isEqualTo(64);
    assertThat(made.height()).isEqualTo(48);
    assertThat(made.renditions())
        .extracting(Rendition::width)
        .as("never enlarged")
        .containsExactly(20, 60, 64);
    assertThat(made.renditions())
        .allSatisfy(
            one -> {
              assertThat(one.type()).isEqualTo(type);
              assertThat(FileType.of(one.bytes())).contains(type);
              BufferedImage image = image(one);
              assertThat(image.getWidth()).isEqualTo(one.width());
              assertThat(image.getHeight()).isEqualTo(one.height());
            });
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_INT_RGB,
      })
  void colours_of_any_model_stay(int model) throws IOException {
    BufferedImage image = new BufferedImage(300, 200, model);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 150, 200);
    pen.dispose();

    BufferedImage small = image(render(png(image)).renditions().getFirst());

    assertThat(brightness(small, 3, 5)).isGreaterThan(230);
    assertThat(brightness(small, 17, 5)).isLessThan(25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turned.jpg", "turned.png", "turned.webp"})
  void a_picture_is_upright_and_says_no_more_than_itself(String name) throws IOException {
    byte[] file = file(name);
    assertThat(new String(file, ISO_8859_1)).contains("Camera");

    Rendered made = render(file);

    // Held to the left: what was above is at the right.
    assertThat(made.width()).isEqualTo(48);
    assertThat(made.height()).isEqualTo(64);
    Rendition last = made.renditions().getLast();
    assertThat(new String(last.bytes(), ISO_8859_1)).doesNotContain("Exif", "Camera", "eXIf");
    Color right = new Color(image(last).getRGB(44, 32));
    Color left = new Color(image(last).getRGB(4, 32));
    assertThat(right.getRed()).isGreaterThan(200);
    assertThat(left.getBlue()).isGreaterThan(200);
  }

  @Test
  void each_of_the_eight_orientations_ends_where_it_was_seen() {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xFF0000);
    int[][] corners = {{0, 0}, {2, 0}, {2, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 2}, {0, 2}};

    for (int i = 0; i < corners.length; i++) {
      BufferedImage upright = Darkroom.upright(image, Orientation.of(i + 1));
      assertThat(upright.getRGB(corners[i][0], corners[i][1]) & 0xFFFFFF)
          .as("orientation %d", i + 1)
          .isEqualTo(0xFF0000);
    }
  }

  @Test
  void a_long_page_is_remade_as_legible_as_a_square_one() throws IOException {
    Rendition all = remake(Pictures.picture("png", 40, 6_000), 240_000);
    assertThat(List.of(all.width(), all.height())).containsExactly(40, 6_000);

    Rendition less = remake(Pictures.picture("png", 100, 10_000), 250_000);
    assertThat(List.of(less.width(), less.height())).containsExactly(50, 5_000);
    assertThat(image(less).getHeight()).isEqualTo(5_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turned.jpg", "turned.png", "turned.webp", "alpha.webp"})
  void what_is_remade_is_an_upright_jpeg_that_says_no_more_than_itself(String name)
      throws IOException {
    Rendition made = remake(file(name), 1_000_000);

    assertThat(FileType.of(made.bytes())).contains(FileType.JPEG);
    assertThat(made.type()).isEqualTo(FileType.JPEG);
    assertThat(new String(made.bytes(), ISO_8859_1)).doesNotContain("Exif", "Camera", "eXIf");
    boolean turned = name.startsWith("turned");
    assertThat(List.of(made.width(), made.height()))
        .containsExactly(turned ? 48 : 64, turned ? 64 : 48);
  }

  private Rendition remake(byte[] file, int pixels) {
    return Objects.requireNonNull(rendering.remake(OWNER, file, pixels).block());
  }

  @ParameterizedTest
  @ValueSource(strings = {"moving.webp", "moving.png"})
  void what_moves_is_refused(String name) throws IOException {
    refused(file(name), "IMAGE_ANIMATED");
  }

  @Test
  void what_claims_to_be_huge_is_refused_unread() {
    // 12,001 pixels a side, and 50 megapixels and a bit; nothing behind the head is right.
    refused(claim(Pictures.png(), 16, 12_001, 10), "IMAGE_TOO_LARGE");
    refused(claim(Pictures.png(), 16, 10, 12_001), "IMAGE_TOO_LARGE");
    refused(claim(Pictures.png(), 16, 10_000, 5_001), "IMAGE_TOO_LARGE");
    refused(claim(Pictures.png(), 16, -1, -1), "IMAGE_BROKEN");
    refused(claim(Pictures.png(), 16, 0, 10), "IMAGE_BROKEN");
  }

  @Test
  void a_webp_may_not_be_larger_inside_than_outside() throws IOException {
    byte[] webp = file("alpha.webp");
    int at = new String(webp, ISO_8859_1).indexOf("VP8 ");
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putShort(at + 14, (short) 16_383);
    refused(webp, "IMAGE_TOO_LARGE");
  }

  @Test
  void what_is_not_a_picture_is_refused() {
    refused("<svg/>".getBytes(ISO_8859_1), "FILE_TYPE");
    refused(Pictures.pdf(1_000), "FILE_TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.webp", "lossless.webp", "alpha.webp", "turned.png", "cmyk.jpg"})
  void a_picture_that_is_cut_off_anywhere_is_broken(String name) throws IOException {
    byte[] file = file(name);
    for (int length = 12; length < file.length - 1; length++) {
      refused(Arrays.copyOf(file, length), "IMAGE_BROKEN");
    }
  }

  @Test
  void nothing_hides_behind_a_png_or_a_webp() throws IOException {
    refused(with(Pictures.png(), "PK\3\4"), "IMAGE_BROKEN");
    refused(with(file("plain.webp"), "PK\3\4"), "IMAGE_BROKEN");
  }

  /** Such as a film, in whose bytes there is anything. */
  @Test
  void a_phone_may_add_its_own_behind_a_jpeg() {
    String film = "SEFHe\0\0\0SEFT" + "\u00ff\u00da".repeat(50);
    assertThat(render(with(Pictures.jpeg(), film)).width()).isEqualTo(16);
  }

  @Test
  void a_jpegs_parts_may_stand_apart() {
    byte[] jpeg = Pictures.jpeg();
    for (String part : List.of("\u00ff\u00db", "\u00ff\u00c0", "\u00ff\u00da", "\u00ff\u00d9")) {
      int at = new String(jpeg, ISO_8859_1).indexOf(part);
      ByteBuffer apart = ByteBuffer.allocate(jpeg.length + 2);
      apart.put(jpeg, 0, at).put((byte) 0xFF).put((byte) 0xFF).put(jpeg, at, jpeg.length - at);
      assertThat(render(apart.array()).width()).as(part).isEqualTo(16);
    }
  }

  @Test
  void a_jpeg_that_is_gone_over_again_and_again_is_refused_for_that() {
    byte[] jpeg = Pictures.jpeg();
    String text = new String(jpeg, ISO_8859_1);
    int scan = text.indexOf("\u00ff\u00da");
    int end = text.lastIndexOf("\u00ff\u00d9");
    String again = text.substring(scan, end).repeat(40) + text.substring(end);

    assertThatThrownBy(() -> render((text.substring(0, end) + again).getBytes(ISO_8859_1)))
        .hasMessage("The picture is packed in more than 40 scans: save it anew.")
        .extracting(refusal -> ((UploadException) refusal).reason().name())
        .isEqualTo("IMAGE_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0089PNG\r\n\u001a\n",
        "\u0089PNG\r\n\u001a\n\177\377\377\377IHDR",
        "\u00ff\u00d8\u00ff\u00d9",
        "\u00ff\u00d8\u00ff\u00db\0\0\0\0",
        "RIFF\4\0\0\0WEBP",
        "RIFF\377\377\377\377WEBPVP8 ",
      })
  void what_only_begins_as_a_picture_is_broken(String text) {
    refused(text.getBytes(ISO_8859_1), "IMAGE_BROKEN");
  }

  @Test
  void a_webp_whose_last_part_ends_beyond_it_is_refused() throws IOException {
    byte[] webp = file("plain.webp");
    for (int length : new int[] {1, 0x7FFF_FFFE, Integer.MAX_VALUE, -8}) {
      ByteBuffer all = ByteBuffer.allocate(webp.length + 8).order(ByteOrder.LITTLE_ENDIAN);
      all.put(webp).put("XXXX".getBytes(ISO_8859_1)).putInt(length).putInt(4, webp.length);
      refused(all.array(), "IMAGE_BROKEN");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.webp", "lossless.webp", "alpha.webp", "turned.png", "cmyk.jpg"})
  void noise_inside_ends_in_a_picture_or_a_refusal(String name) throws IOException {
    byte[] file = file(name);
    for (int at = 12; at < file.length; at += 23) {
      byte[] noisy = file.clone();
      noisy[at] ^= (byte) 0x5A;
      try {
        assertThat(render(noisy).renditions()).hasSize(3);
      } catch (UploadException refusal) {
        assertThat(refusal).hasMessageNotContaining("Exception");
      }
    }
  }

  /** A megabyte of zeros, packed into one kilobyte, as a text beside the picture. */
  @Test
  void what_is_packed_beside_a_picture_is_not_unpacked() {
    byte[] text = new byte[1 << 20];
    byte[] packed = new byte[8_192];
    Deflater deflater = new Deflater();
    deflater.setInput(text);
    deflater.finish();
    int length = deflater.deflate(packed);
    deflater.end();
    byte[] png = with(Pictures.png(), "zTXt", packed, length);

    assertThat(render(png).renditions().getLast().bytes().length).isLessThan(8_192);
    assertThat(PngParts.picture(png)).hasSameSizeAs(PngParts.picture(Pictures.png()));
  }

  @Test
  void more_than_may_wait_are_told_to_come_again() {
    byte[] file = png(new BufferedImage(1_500, 1_500, BufferedImage.TYPE_INT_RGB));

    List<String> outcomes =
        Objects.requireNonNull(
            Flux.range(0, 8)
                .flatMap(
                    i ->
                        rendering
                            .render(OWNER, file, SIZES)
                            .map(made -> "made")
                            .onErrorResume(
                                UploadException.class, refusal -> Mono.just(refusal.getMessage())))
                .collectList()
                .subscribeOn(Schedulers.boundedElastic())
                .block());

    assertThat(outcomes).contains("made").anyMatch(message -> message.endsWith("Try again."));
    assertThat(render(Pictures.png()).width()).isEqualTo(16);
  }

  @Test
  void who_sends_many_waits_for_them_alone() {
    byte[] large = png(new BufferedImage(1_500, 1_500, BufferedImage.TYPE_INT_RGB));
    UUID other = UUID.randomUUID();
    try (Rendering busy = new Rendering(1, 10)) {
      List<UUID> done =
          Objects.requireNonNull(
              Flux.just(OWNER, OWNER, OWNER, OWNER, OWNER, OWNER, other)
                  .flatMap(owner -> busy.render(owner, large, SIZES).thenReturn(owner))
                  .collectList()
                  .block());

      assertThat(done).hasSize(7);
      assertThat(done.indexOf(other)).isLessThanOrEqualTo(2);
    }
  }

  private Rendered render(byte[] file) {
    return Objects.requireNonNull(rendering.render(OWNER, file, SIZES).block());
  }

  private void refused(byte[] file, String reason) {
    assertThatThrownBy(() -> render(file))
        .isInstanceOf(UploadException.class)
        .extracting(refusal -> ((UploadException) refusal).reason().name())
        .isEqualTo(reason);
  }

  private static byte[] claim(byte[] png, int at, int width, int height) {
    byte[] claim = png.clone();
    ByteBuffer.wrap(claim).putInt(at, width).putInt(at + 4, height);
    return claim;
  }

  private static byte[] with(byte[] file, String more) {
    return ByteBuffer.allocate(file.length + more.length())
        .put(file)
        .put(more.getBytes(ISO_8859_1))
        .array();
  }

  private static byte[] with(byte[] png, String type, byte[] data, int length) {
    byte[] name = type.getBytes(ISO_8859_1);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data, 0, length);
    ByteBuffer all = ByteBuffer.allocate(png.length + length + 12);
    // Behind the head, which ends at 33.
    all.put(png, 0, 33).putInt(length).put(name).put(data, 0, length);
    all.putInt((int) check.getValue()).put(png, 33, png.length - 33);
    return all.array();
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Rendition one) throws IOException {
    return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(one.bytes())));
  }

  private static int brightness(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y)).getGreen();
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(RenderingTests.class.getResourceAsStream("/image/" + name))) {
      return file.readAllBytes();
    }
  }
}
