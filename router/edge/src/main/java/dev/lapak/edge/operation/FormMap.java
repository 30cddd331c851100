package dev.lapak.edge.operation;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.json.StrictJson;
import dev.lapak.edge.schema.FileSlot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which file of a multipart request belongs where in the variables: its part {@code map}. */
final class FormMap {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, List<String>>> PATHS = new TypeReference<>() {};

  private final Map<String, List<Place>> places = new LinkedHashMap<>();
  private final List<FileSlot> slots = new ArrayList<>();

  /**
   * Holds each place with a {@link FileSlot} until its file comes.
   *
   * @param maxFiles so many files, and so many places for them
   * @throws RefusedException if it can't be read or points anywhere but at nulls in the variables
   */
  FormMap(byte[] part, Map<String, @Nullable Object> variables, int maxFiles) {
    int count = 0;
    for (Map.Entry<String, List<String>> file : read(part).entrySet()) {
      count += Math.max(1, file.getValue().size());
      require(count <= maxFiles, "A request has at most %d files.".formatted(maxFiles));
      require(!file.getValue().isEmpty(), "map says nowhere for a file.");
      List<Place> found = new ArrayList<>();
      for (String path : file.getValue()) {
        Place place = Place.of(path, variables);
        FileSlot slot = new FileSlot();
        place.set(slot);
        slots.add(slot);
        found.add(place);
      }
      places.put(file.getKey(), found);
    }
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** Whether an Upload is wanted at each place, once the variables were judged. */
  boolean fits() {
    return slots.stream().allMatch(FileSlot::fits);
  }

  /**
   * The places of a file, which are taken then.
   *
   * @throws RefusedException if there are none (any more)
   */
  List<Place> take(String file) {
    List<Place> found = places.remove(file);
    if (found == null) {
      throw bad("A file came that map does not know, or twice.");
    }
    return found;
  }

  private static Map<String, List<String>> read(byte[] part) {
    try {
      StrictJson.require(new String(part, StandardCharsets.UTF_8));
      Map<String, List<String>> read = JSON.readValue(part, PATHS);
      require(
          read != null
              && read.values().stream()
                  .allMatch(paths -> paths != null && paths.stream().allMatch(p -> p != null)),
          "map must say lists of paths by file.");
      return read;
    } catch (JacksonException e) {
      throw new Refusal(BAD_REQUEST, "map must be a JSON object of lists of paths.").exception(e);
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw bad(message);
    }
  }

  private static RefusedException bad(String message) {
    return RefusedException.of(BAD_REQUEST, message);
  }

  /** A null in the variables. */
  record Place(Object parent, String key) {

    /** Of {@code variables.input.files.0}. */
    static Place of(String path, Map<String, @Nullable Object> variables) {
      String[] names = path.split("\\.", -1);
      if (names.length < 2 || !names[0].equals("variables")) {
        throw missing();
      }
      Object at = variables;
      for (int i = 1; i < names.length - 1; i++) {
        Object next = get(at, names[i]);
        if (next == null) {
          throw missing();
        }
        at = next;
      }
      String last = names[names.length - 1];
      if (get(at, last) != null || !has(at, last)) {
        throw missing();
      }
      return new Place(at, last);
    }

    @SuppressWarnings("unchecked") // JSON has no other lists and maps
    void set(Object value) {
      if (parent instanceof List<?> list) {
        ((List<Object>) list).set(Integer.parseInt(key), value);
      } else {
        ((Map<String, Object>) parent).put(key, value);
      }
    }

    private static @Nullable Object get(Object at, String name) {
      return switch (at) {
        case Map<?, ?> map -> map.get(name);
        case List<?> list when has(list, name) -> list.get(Integer.parseInt(name));
        default -> null;
      };
    }

    private static boolean has(Object at, String name) {
      return switch (at) {
        case Map<?, ?> map -> map.containsKey(name);
        case List<?> list -> name.matches("\\d{1,6}") && Integer.parseInt(name) < list.size();
        default -> false;
      };
    }

    private static RefusedException missing() {
      return bad("map points at what is no null in the variables.");
    }
  }
}
