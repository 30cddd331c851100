package dev.lapak.edge.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON that all who read it after the edge read alike: UTF-8 without a byte order mark, and no
 * field twice, of which the next one might take the other.
 */
public final class StrictJson {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private StrictJson() {}

  /** Fails in a {@link JacksonException} where it comes upon something else. */
  public static JsonParser parser(byte[] text) {
    // Of bytes Jackson would guess the encoding, and skip the mark.
    return parser(new InputStreamReader(new ByteArrayInputStream(text), UTF_8.newDecoder()));
  }

  /**
   * @throws JacksonException if the text is something else
   */
  public static void require(String text) {
    try (JsonParser parser = parser(new StringReader(text))) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
    }
  }

  private static JsonParser parser(Reader text) {
    return JSON.createParser(ObjectReadContext.empty(), text);
  }
}
