package dev.lapak.products;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What somebody may make of a genuine cursor. */
public final class Forgery {

  private Forgery() {}

  /** A cursor of the same list with other keys. */
  public static String of(String cursor, List<String> keys) {
    JsonMapper json = JsonMapper.shared();
    String list = json.readValue(Base64.getUrlDecoder().decode(cursor), String[].class)[0];
    return Base64.getUrlEncoder()
        .encodeToString(
            json.writeValueAsBytes(Stream.concat(Stream.of(list), keys.stream()).toList()));
  }
}
