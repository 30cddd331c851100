package dev.lapak.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
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

/** Colours are those that the picture says. */
class ColourTests {

  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;

  private static final byte[] RED = {(byte) 220, 30, 30};
  private static final byte[] NOTHING = {};

  private final Rendering rendering = new Rendering(1, 2);

  @AfterEach
  void close() {
    rendering.close();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 64",
    "0, 16, 6464",
    "4, 8, 64FF",
    "4, 16, 6464FFFF",
    "4, 8, 6480",
    "4, 16, 64648080",
  })
  void grey_stays_as_grey_as_it_was(int kind, int depth, String pixel) throws IOException {
    byte[] png = png(kind, depth, bytes(pixel));

    for (Rendition one : render(png)) {
      shows(one, 100, 100, 100);
    }
  }

  @Test
  void grey_of_a_jpeg_too() throws IOException {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) 100);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);

    for (Rendition one : render(jpeg.toByteArray())) {
      shows(one, 100, 100, 100);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 8, DC1E1E",
    "2, 16, DCDC1E1E1E1E",
    "6, 8, DC1E1EFF",
    "6, 8, DC1E1E80",
    "3, 8, 00",
  })
  void a_pngs_profile_says_what_its_numbers_mean(int kind, int depth, String pixel)
      throws IOException {
    byte[] profile = chunk("iCCP", packed(redAndGreenSwapped()));
    byte[] png = png(kind, depth, bytes(pixel), profile, palette(kind));

    for (Rendition one : render(png)) {
      shows(one, 30, 221, 30);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 8, 64", "4, 8, 64FF", "4, 8, 6480"})
  void a_profile_of_grey_does_too(int kind, int depth, String pixel) throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

    for (Rendition one : render(png(kind, depth, bytes(pixel), chunk("iCCP", packed(linear))))) {
      shows(one, 168, 168, 168);
    }
  }

  @Test
  void a_profile_that_is_broken_of_another_kind_or_a_bomb_says_nothing() throws IOException {
    byte[] swapped = redAndGreenSwapped();
    byte[] lab = swapped.clone();
    System.arraycopy("Lab ".getBytes(ISO_8859_1), 0, lab, 16, 4);
    for (byte[] data :
        List.of(
            NOTHING,
            "x\0\0not packed".getBytes(ISO_8859_1),
            packed("garbage".repeat(100).getBytes(ISO_8859_1)),
            packed(Arrays.copyOf(swapped, 200)),
            packed(lab),
            packed(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData()),
            packed(new byte[50_000_000]),
            packed(Arrays.copyOf(swapped, 50_000_000)))) {
      for (Rendition one : render(png(RGB, 8, RED, chunk("iCCP", data)))) {
        shows(one, 220, 30, 30);
      }
    }
    byte[] grey = png(GREY, 8, bytes("64"), chunk("iCCP", packed(swapped)));
    shows(render(grey).getFirst(), 100, 100, 100);
  }

  @Test
  void noise_in_a_profile_ends_in_a_picture() throws IOException {
    byte[] profile = redAndGreenSwapped();
    for (int at = 0; at < profile.length; at += at < 200 ? 3 : 61) {
      byte[] noisy = profile.clone();
      noisy[at] ^= (byte) 0x5A;
      assertThat(render(png(RGB, 8, RED, chunk("iCCP", packed(noisy))))).hasSize(3);
    }
  }

  private List<Rendition> render(byte[] file) {
    return Objects.requireNonNull(
            rendering.render(UUID.randomUUID(), file, List.of(60, 160, 400)).block())
        .renditions();
  }

  private static void shows(Rendition one, Integer... colours) throws IOException {
    BufferedImage image =
        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(one.bytes())));
    Color found = new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
    assertThat(List.of(found.getRed(), found.getGreen(), found.getBlue()))
        .as("red, green and blue of one %d pixels wide", one.width())
        .zipSatisfy(
            List.of(colours), (is, wanted) -> assertThat(is).isBetween(wanted - 4, wanted + 4));
  }

  private static byte[] redAndGreenSwapped() {
    ICC_Profile profile =
        ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    byte[] red = profile.getData(ICC_Profile.icSigRedColorantTag);
    profile.setData(
        ICC_Profile.icSigRedColorantTag, profile.getData(ICC_Profile.icSigGreenColorantTag));
    profile.setData(ICC_Profile.icSigGreenColorantTag, red);
    return profile.getData();
  }

  /** All of it in one colour. */
  private static byte[] png(int kind, int depth, byte[] pixel, byte[]... chunks) {
    ByteBuffer head = ByteBuffer.allocate(13).putInt(300).putInt(200);
    head.put((byte) depth).put((byte) kind);
    ByteBuffer rows = ByteBuffer.allocate(200 * (1 + 300 * pixel.length));
    for (int y = 0; y < 200; y++) {
      rows.put((byte) 0);
      for (int x = 0; x < 300; x++) {
        rows.put(pixel);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
    png.writeBytes(chunk("IHDR", head.array()));
    for (byte[] chunk : chunks) {
      png.writeBytes(chunk);
    }
    png.writeBytes(chunk("IDAT", deflated(rows.array())));
    png.writeBytes(chunk("IEND", NOTHING));
    return png.toByteArray();
  }

  private static byte[] palette(int kind) {
    return kind == PALETTE ? chunk("PLTE", RED) : NOTHING;
  }

  private static byte[] packed(byte[] profile) {
    byte[] deflated = deflated(profile);
    return ByteBuffer.allocate(3 + deflated.length)
        .put((byte) 'x')
        .putShort((short) 0)
        .put(deflated)
        .array();
  }

  private static byte[] deflated(byte[] bytes) {
    byte[] deflated = new byte[bytes.length / 100 + 10_000];
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      int length = deflater.deflate(deflated);
      assertThat(deflater.finished()).isTrue();
      return Arrays.copyOf(deflated, length);
    }
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(ISO_8859_1);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) check.getValue())
        .array();
  }

  private static byte[] bytes(String hexadecimal) {
    return HexFormat.of().parseHex(hexadecimal);
  }
}
